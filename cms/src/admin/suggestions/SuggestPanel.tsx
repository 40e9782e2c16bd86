// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react'
import { Button, Field, Flex, Textarea, Typography } from '@strapi/design-system'
import { sentenceOf, useListSuggestionsQuery, useSuggestModelMutation } from '../call'
import { usePerson } from '../ente/use-person'
import type { EditView } from '../edit/edit-view'
import { kindOfType, paths } from '../paths'
import { Message } from '../ui/Message'
import { TextLink } from '../ui/TextLink'

/** Beside a text of an Ente's that is published: offer it to everybody. */
export const SuggestPanel = ({ model, documentId, meta, document }: EditView) => {
  const person = usePerson()
  const kind = kindOfType(model)
  if (kind === undefined || documentId === undefined || person === undefined || person.ofCentre || !person.may('suggestModels')) return null
  const published = document?.status === 'published' || document?.status === 'modified' || (meta?.availableStatus?.length ?? 0) > 0
  return {
    title: 'Proponi come modello',
    content: published ? (
      <Suggest key={documentId} kind={kind} documentId={documentId} />
    ) : (
      <Typography textColor="neutral600">Quando è pubblicato, puoi proporlo come modello per tutti gli Enti.</Typography>
    ),
  }
}

const Suggest = ({ kind, documentId }: { kind: 'sheet' | 'faq'; documentId: string }) => {
  const [note, setNote] = useState('')
  const [suggest, { data, error, isLoading }] = useSuggestModelMutation()
  const { data: before = [] } = useListSuggestionsQuery({})
  if (data !== undefined)
    return (
      <Message kind="success" title="Il centro ha ricevuto la tua proposta">
        <TextLink to={paths.suggestions}>Segui che cosa risponde</TextLink>
      </Message>
    )
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Typography variant="pi" textColor="neutral600">
        Se il centro lo accoglie, gli altri Enti possono adottarlo. Si propone il testo pubblicato, con il nome del tuo Ente.
      </Typography>
      {error !== undefined && <Message kind="danger" title={sentenceOf(error)} />}
      <Field.Root hint="Se vuoi">
        <Field.Label>Perché funziona bene</Field.Label>
        <Textarea value={note} maxLength={1000} onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => setNote(event.target.value)} />
        <Field.Hint />
      </Field.Root>
      <Button type="button" variant="secondary" loading={isLoading} onClick={() => void suggest({ kind, documentId, note })}>
        Proponi come modello
      </Button>
      {before.length > 0 && <TextLink to={paths.suggestions}>I testi che avete proposto</TextLink>}
    </Flex>
  )
}
