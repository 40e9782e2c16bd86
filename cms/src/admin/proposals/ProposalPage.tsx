// SPDX-License-Identifier: AGPL-3.0-or-later
import { useParams } from 'react-router-dom'
import { Flex, Typography } from '@strapi/design-system'
import { fresh, useReadProposalQuery } from '../call'
import { documentPath, paths } from '../paths'
import { Loaded } from '../ui/Loaded'
import { Card, PanelPage } from '../ui/PanelPage'
import { TextLink } from '../ui/TextLink'
import { kindNames, onDay, proposalStateNames } from '../words'
import { Decision } from './Decision'

/** One proposal, section by section. */
export const ProposalPage = () => {
  const { proposalId = '' } = useParams()
  const query = useReadProposalQuery({ proposalId }, fresh)
  const { data } = query
  return (
    <PanelPage
      title={data?.title ?? 'Aggiornamento'}
      subtitle={data && `${kindNames[data.kind].model}: dalla versione ${String(data.fromVersion)} alla ${String(data.toVersion)}`}
      back={{ to: paths.proposals, label: 'Aggiornamenti' }}
    >
      <Loaded query={query}>
        {(proposal) => (
          <>
            <Card label="Perché cambia">
              <Flex direction="column" alignItems="flex-start" gap={2}>
                <Typography>
                  <strong>Che cosa cambia:</strong> {proposal.note === '' ? 'il centro non ha lasciato una nota.' : proposal.note}
                </Typography>
                <Typography textColor="neutral600">
                  {proposal.decidedOn === null
                    ? `Arrivato il ${onDay(proposal.createdOn)}. La tua pagina resta com’è finché non decidi.`
                    : `${proposalStateNames[proposal.state]} il ${onDay(proposal.decidedOn)} da ${proposal.decidedBy ?? ''}.${proposal.reason === null ? '' : ` Motivo: ${proposal.reason}`}`}
                </Typography>
                <TextLink
                  to={documentPath('content', proposal.kind, proposal.documentId)}
                >{`Apri ${kindNames[proposal.kind].the}`}</TextLink>
              </Flex>
            </Card>
            <Decision key={proposal.proposalId} proposal={proposal} />
          </>
        )}
      </Loaded>
    </PanelPage>
  )
}
