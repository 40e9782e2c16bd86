// SPDX-License-Identifier: AGPL-3.0-or-later
import { useRef, useState } from 'react'
import { Button, Field, Flex, Textarea } from '@strapi/design-system'

const shortest = 5

/** Asks for the reason first: whoever meets the question again in a year wants to know. */
export const DismissGap = ({ title, busy, onDismiss }: { title: string; busy: boolean; onDismiss: (reason: string) => void }) => {
  const [open, setOpen] = useState(false)
  const [reason, setReason] = useState('')
  const [asked, setAsked] = useState(false)
  const field = useRef<HTMLTextAreaElement>(null)
  const tooShort = reason.trim().length < shortest
  if (!open)
    return (
      <Button variant="tertiary" disabled={busy} onClick={() => setOpen(true)} aria-label={`Archivia: ${title}`}>
        Archivia
      </Button>
    )
  return (
    <Flex direction="column" alignItems="stretch" gap={3} width="100%" maxWidth="60rem">
      <Field.Root {...(asked && tooShort && { error: 'Scrivi in poche parole perché: lo leggeranno i colleghi.' })}>
        <Field.Label>Perché non scrivete su questo</Field.Label>
        <Textarea
          ref={field}
          autoFocus
          value={reason}
          maxLength={1000}
          onChange={(event: React.ChangeEvent<HTMLTextAreaElement>) => setReason(event.target.value)}
        />
        <Field.Error />
      </Field.Root>
      <Flex gap={2} wrap="wrap">
        <Button
          variant="secondary"
          disabled={busy}
          onClick={() => {
            setAsked(true)
            if (tooShort) field.current?.focus()
            else onDismiss(reason.trim())
          }}
        >
          Archivia
        </Button>
        <Button variant="tertiary" onClick={() => setOpen(false)}>
          Annulla
        </Button>
      </Flex>
    </Flex>
  )
}
