// SPDX-License-Identifier: AGPL-3.0-or-later
import { Box, Flex, Typography } from '@strapi/design-system'
import { modelFields, type ModelCard } from '@linea-comune/config'
import { fresh, useListModelsQuery } from '../call'
import { usePerson } from '../ente/use-person'
import { kindOfType, paths } from '../paths'
import { TextLink } from '../ui/TextLink'
import { fieldLabels } from '../words'
import type { EditView } from '../edit/edit-view'

/** Beside a text that follows a model: what comes from there, what is ours, what is missing, what waits. */
export const FollowingPanel = ({ model: uid, documentId }: EditView) => {
  const person = usePerson()
  const skip = kindOfType(uid) === undefined || documentId === undefined || person?.may('readLibrary') !== true
  const { data: models = [] } = useListModelsQuery({}, { ...fresh, skip })
  const model = skip ? undefined : models.find(({ mine }) => mine.some((adoption) => adoption.documentId === documentId))
  const adoption = model?.mine.find((mine) => mine.documentId === documentId)
  if (model === undefined || adoption === undefined) return null
  return { title: 'Buona pratica', content: <Following model={model} adoption={adoption} /> }
}

const Following = ({ model, adoption }: { model: ModelCard; adoption: ModelCard['mine'][number] }) => {
  const { kind, modelId, title } = model
  const { version, own, inherited, missing, proposalId } = adoption
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Typography>
        Segue il modello <TextLink to={paths.model(modelId)}>{title}</TextLink>
        {`, versione ${String(version)}.`}
      </Typography>
      {proposalId !== null && (
        <Box background="warning100" padding={3} hasRadius>
          <TextLink to={paths.proposal(proposalId)}>{`C’è la versione ${String(model.version)}: guarda che cosa cambia e decidi`}</TextLink>
        </Box>
      )}
      <Part title="Manca ancora" keys={missing} kind={kind} />
      <Part title="Viene dal modello (qui lo lasci vuoto)" keys={inherited.filter((key) => !isHeading(kind, key))} kind={kind} />
      <Part title="È scritto da voi" keys={own} kind={kind} />
      <Typography variant="pi" textColor="neutral600">
        Per avere un testo vostro, scrivilo nella sezione. Per tornare a quello del modello, svuotala. Si aggiorna quando salvi.
      </Typography>
    </Flex>
  )
}

/** A heading cannot be empty: it is copied from the model, and follows it as long as nobody changes it. */
const isHeading = (kind: ModelCard['kind'], key: string): boolean => modelFields[kind].some((field) => field.key === key && field.heading)

const Part = ({ title, keys, kind }: { title: string; keys: readonly string[]; kind: ModelCard['kind'] }) =>
  keys.length === 0 ? null : (
    <div>
      <Typography variant="pi" fontWeight="bold" tag="h3">
        {title}
      </Typography>
      <ul>
        {fieldLabels(kind, keys).map((label) => (
          <li key={label}>
            <Typography variant="pi">{label}</Typography>
          </li>
        ))}
      </ul>
    </div>
  )
