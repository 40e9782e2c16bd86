// SPDX-License-Identifier: AGPL-3.0-or-later
import { Badge, Flex, Typography } from '@strapi/design-system'
import type { ModelCard } from '@linea-comune/config'
import { paths } from '../paths'
import { TextLink } from '../ui/TextLink'
import { fieldLabels, listed } from '../words'

/** Where our own text that follows a model is, and what waits for us. */
export const Standings = ({ model: { kind, mine } }: { model: Pick<ModelCard, 'kind' | 'mine'> }) => {
  if (mine.length === 0) return <Badge>Non adottato</Badge>
  return mine.map(({ documentId, version, published, missing, proposalId }) => (
    <Flex key={documentId} direction="column" alignItems="flex-start" gap={2}>
      <Badge variant={published ? 'success' : 'secondary'}>
        {`${published ? 'Adottato' : 'Adottato, in bozza'}: versione ${String(version)}`}
      </Badge>
      {missing.length > 0 && (
        <Typography variant="pi" textColor="neutral800">
          <strong>Manca:</strong> {listed(fieldLabels(kind, missing))}
        </Typography>
      )}
      {proposalId !== null && <TextLink to={paths.proposal(proposalId)}>Aggiornamento da decidere</TextLink>}
    </Flex>
  ))
}
