// SPDX-License-Identifier: AGPL-3.0-or-later
import { useRef, useState } from 'react'
import { Button, Field, Flex, TextInput } from '@strapi/design-system'

interface ConfirmGapProps {
  title: string
  busy: boolean
  onConfirm: (page: string) => void
}

/** The answer is there and was not found: the editor says where. */
export const ConfirmGap = ({ title, busy, onConfirm }: ConfirmGapProps) => {
  const [open, setOpen] = useState(false)
  const [page, setPage] = useState('')
  const [asked, setAsked] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const isEmpty = page.trim() === ''
  if (!open)
    return (
      <Button variant="secondary" disabled={busy} onClick={() => setOpen(true)} aria-label={`Una pagina risponde già: ${title}`}>
        Una pagina risponde già
      </Button>
    )
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%" maxWidth="60rem">
      <Field.Root
        hint="Copialo dal sito. Chi chiede quasi lo stesso riceverà subito quella scheda o quella domanda frequente."
        {...(asked && isEmpty && { error: 'Incolla l’indirizzo della pagina che risponde.' })}
      >
        <Field.Label>Indirizzo della pagina che risponde</Field.Label>
        <TextInput
          ref={field}
          autoFocus
          value={page}
          maxLength={1000}
          onChange={(event: React.ChangeEvent<HTMLInputElement>) => setPage(event.target.value)}
        />
        <Field.Hint />
        <Field.Error />
      </Field.Root>
      <Flex gap={2} wrap="wrap">
        <Button
          variant="secondary"
          disabled={busy}
          onClick={() => {
            setAsked(true)
            if (isEmpty) field.current?.focus()
            else onConfirm(page.trim())
          }}
        >
          Conferma
        </Button>
        <Button variant="tertiary" onClick={() => setOpen(false)}>
          Annulla
        </Button>
      </Flex>
    </Flex>
  )
}
