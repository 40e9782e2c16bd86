// SPDX-License-Identifier: AGPL-3.0-or-later
import { Flex, Typography } from '@strapi/design-system'
import type { ModelCard, PanelResponse } from '@linea-comune/config'
import { sentenceOf } from '../call'
import { documentPath } from '../paths'
import { Message } from '../ui/Message'
import { TextLink } from '../ui/TextLink'
import { count, fieldLabels, listed } from '../words'
import type { Adopter } from './use-adopter'

type Adopted = PanelResponse<'adoptModels'>[number]

/** What was adopted, where it is now, and what is left to write. */
export const AdoptionOutcome = ({ adopter, models }: { adopter: Adopter; models: readonly Pick<ModelCard, 'modelId' | 'kind'>[] }) => {
  const { result, error } = adopter
  if (error !== undefined) return <Message kind="danger" title={sentenceOf(error)} />
  if (result === undefined) return null
  return (
    <Message kind="success" title={summary(result)}>
      <Flex tag="ul" direction="column" alignItems="stretch" gap={1}>
        {result.map((adopted) => {
          const kind = models.find(({ modelId }) => modelId === adopted.modelId)?.kind ?? 'sheet'
          return (
            <li key={adopted.modelId}>
              <TextLink to={documentPath('content', kind, adopted.documentId)}>{adopted.title}</TextLink>
              <Typography> {detail(adopted, kind)}</Typography>
            </li>
          )
        })}
      </Flex>
    </Message>
  )
}

const summary = (adopted: readonly Adopted[]): string => {
  const [only, another] = adopted
  if (only !== undefined && another === undefined) return only.outcome === 'there' ? 'L’avevi già adottato' : `Hai adottato «${only.title}»`
  return `Hai adottato ${count(adopted.filter(({ outcome }) => outcome === 'adopted').length, 'modello', 'modelli')}`
}

const detail = ({ outcome, published, missing }: Adopted, kind: ModelCard['kind']): string => {
  if (outcome === 'there') return 'era già tra i tuoi contenuti: non è cambiato niente.'
  if (published) return 'è pubblicato: i cittadini lo leggono da adesso.'
  return missing.length === 0
    ? 'è in bozza: controlla il testo e pubblicalo.'
    : `è in bozza: manca ancora ${listed(fieldLabels(kind, missing))}.`
}
