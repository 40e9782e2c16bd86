// SPDX-License-Identifier: AGPL-3.0-or-later
import { useForm } from '@strapi/strapi/admin'
import { Button, Flex, Typography } from '@strapi/design-system'
import { Eye } from '@strapi/icons'
import { defaultLocale, isLocale, type Locale, type ModelKind } from '@linea-comune/config'
import { sentenceOf, usePreviewContentMutation } from '../call'
import { kindOfType } from '../paths'
import { CompletenessMark } from '../ui/CompletenessMark'
import { Message } from '../ui/Message'
import type { EditView } from './edit-view'

/** Beside a text: what it still lacks, and how citizens will see it. */
export const CitizenPagePanel = ({ model, documentId, document }: EditView) => {
  const kind = kindOfType(model)
  if (kind === undefined || documentId === undefined || document === undefined) return null
  const { locale, completeness, missing } = document
  return {
    title: 'Per i cittadini',
    content: (
      <CitizenPage
        kind={kind}
        documentId={documentId}
        locale={isLocale(locale) ? locale : defaultLocale}
        completeness={completeness}
        missing={missing}
      />
    ),
  }
}

interface CitizenPageProps {
  kind: ModelKind
  documentId: string
  locale: Locale
  completeness: unknown
  missing: string | null | undefined
}

const CitizenPage = ({ kind, documentId, locale, completeness, missing }: CitizenPageProps) => {
  const unsaved = useForm('CitizenPage', (form) => form.modified)
  const [preview, { error, isLoading }] = usePreviewContentMutation()
  const open = async (): Promise<void> => {
    // Opened at once, or the browser would take it for an advertisement.
    const tab = window.open('', '_blank')
    const answer = await preview({ kind, documentId, locale })
    if (tab === null || 'error' in answer) return tab?.close()
    tab.opener = null
    tab.location.replace(answer.data.url)
  }
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%">
      <div>
        <CompletenessMark level={completeness} />
      </div>
      {(missing ?? '') !== '' && <Typography variant="pi">{missing}</Typography>}
      {error !== undefined && <Message kind="danger" title={sentenceOf(error)} />}
      <Button type="button" variant="secondary" startIcon={<Eye />} loading={isLoading} onClick={() => void open()}>
        Anteprima
      </Button>
      <Typography variant="pi" textColor="neutral600">
        {unsaved ? 'Salva per vedere nell’anteprima anche le ultime modifiche.' : 'Si apre in un’altra scheda e vale un’ora.'}
      </Typography>
    </Flex>
  )
}
