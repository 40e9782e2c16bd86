// SPDX-License-Identifier: AGPL-3.0-or-later
import { useSearchParams } from 'react-router-dom'
import { Badge, Box, Flex, Typography } from '@strapi/design-system'
import { styled } from 'styled-components'
import type { ProposalCard } from '@linea-comune/config'
import { fresh, useListProposalsQuery } from '../call'
import type { Person } from '../ente/use-person'
import { paths } from '../paths'
import { Empty } from '../ui/Empty'
import { attention } from '../ui/attention'
import { Loaded } from '../ui/Loaded'
import { Card } from '../ui/PanelPage'
import { SelectField } from '../ui/SelectField'
import { TextLink } from '../ui/TextLink'
import { kindNames, onDay, proposalStateNames } from '../words'

const Row = styled.li`
  padding: 2rem 0;
  border-top: 1px solid ${({ theme }) => theme.colors.neutral150};
  &:first-child {
    border-top: 0;
    padding-top: 0;
  }
  &:last-child {
    padding-bottom: 0;
  }
`

/** New versions of what we adopted: those that wait, or those that we decided. */
export const ProposalsPage = ({ person }: { person: Person }) => {
  const [search, setSearch] = useSearchParams()
  const decided = search.get('stato') === 'decisi'
  const proposals = useListProposalsQuery({ decided }, fresh)
  return (
    <>
      <Box maxWidth="32rem">
        <SelectField
          label="Mostra"
          value={decided ? 'decisi' : ''}
          onChange={(value) => setSearch(value === '' ? {} : { stato: value }, { replace: true })}
          options={[
            { value: '', label: 'Aggiornamenti da decidere' },
            { value: 'decisi', label: 'Aggiornamenti già decisi' },
          ]}
        />
      </Box>
      <Loaded query={proposals}>
        {(cards) =>
          cards.length === 0 ? (
            <Empty title={decided ? 'Non hai ancora deciso su nessun aggiornamento' : 'Nessun aggiornamento da decidere'}>
              Quando un modello che hai adottato cambia, qui trovi le differenze. Le tue pagine restano come sono finché non decidi tu.
            </Empty>
          ) : (
            <Card>
              <ul>
                {cards.map((card) => (
                  <Proposal key={card.proposalId} card={card} named={person.enti.length > 1} />
                ))}
              </ul>
            </Card>
          )
        }
      </Loaded>
    </>
  )
}

const Proposal = ({ card, named }: { card: ProposalCard; named: boolean }) => (
  <Row>
    <Flex direction="column" alignItems="flex-start" gap={2}>
      <Typography variant="delta" fontWeight="bold" tag="h2">
        <TextLink to={paths.proposal(card.proposalId)}>{card.title}</TextLink>
      </Typography>
      <Flex gap={2} wrap="wrap">
        <Badge>{kindNames[card.kind].one}</Badge>
        <Badge>{`Dalla versione ${String(card.fromVersion)} alla ${String(card.toVersion)}`}</Badge>
        <Badge {...(card.state === 'open' && attention)}>{proposalStateNames[card.state]}</Badge>
        {named && card.ente && <Badge>{card.ente.name}</Badge>}
      </Flex>
      {card.note !== '' && <Typography>{card.note}</Typography>}
      <Typography variant="pi" textColor="neutral600">
        {card.decidedOn === null ? `Arrivato il ${onDay(card.createdOn)}` : `Deciso il ${onDay(card.decidedOn)} da ${card.decidedBy ?? ''}`}
      </Typography>
      {card.reason !== null && <Typography>{`Motivo: ${card.reason}`}</Typography>}
    </Flex>
  </Row>
)
