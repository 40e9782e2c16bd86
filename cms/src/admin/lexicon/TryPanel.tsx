// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState } from 'react'
import { useForm } from '@strapi/strapi/admin'
import { Button, Flex, Typography } from '@strapi/design-system'
import { defaultLocale, isLocale } from '@linea-comune/config'
import { sentenceOf, useTryLexiconEntryMutation } from '../call'
import type { EditView } from '../edit/edit-view'
import { lexiconType } from '../paths'
import { Message } from '../ui/Message'
import { TriedChanges } from './TriedChanges'

/** Beside citizens' words: which answers they would change, before they are saved. */
export const TryPanel = ({ model, documentId }: EditView) =>
  model === lexiconType ? { title: 'Che cosa cambierebbe', content: <TryEntry documentId={documentId ?? null} /> } : null

interface Values {
  says?: unknown
  means?: unknown
  language?: unknown
  active?: unknown
  enteCode?: unknown
}

const TryEntry = ({ documentId }: { documentId: string | null }) => {
  const values = useForm('TryEntry', (form) => form.values) as Values
  const [tryEntry, { data, error, isLoading }] = useTryLexiconEntryMutation()
  const [open, setOpen] = useState(false)
  const ask = async (): Promise<void> => {
    const { says, means, language, active, enteCode } = values
    const answer = await tryEntry({
      documentId,
      ente: typeof enteCode === 'string' && enteCode !== '' ? enteCode : null,
      language: isLocale(language) ? language : defaultLocale,
      says: Array.isArray(says) ? says.map(String) : [],
      means: typeof means === 'string' ? means : '',
      active: active !== false,
    })
    setOpen('data' in answer)
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <Typography variant="pi" textColor="neutral600">
        Prova quello che hai scritto, anche prima di salvarlo: le risposte ai cittadini non cambiano.
      </Typography>
      {error !== undefined && <Message kind="danger" title={sentenceOf(error)} />}
      <Button type="button" variant="secondary" loading={isLoading} onClick={() => void ask()}>
        Prova queste parole
      </Button>
      {open && data !== undefined && <TriedChanges tried={data} onClose={() => setOpen(false)} />}
    </Flex>
  )
}
