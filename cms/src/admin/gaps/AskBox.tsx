// SPDX-License-Identifier: AGPL-3.0-or-later
import { useRef, useState } from 'react'
import { Button, Field, Flex, Textarea, TextInput } from '@strapi/design-system'

/** What must be said before a gap is closed. */
export interface Ask {
  label: string
  hint: string
  /** Said when less was written than `shortest`. */
  tooShort: string
  shortest: number
  /** Several lines. */
  long: boolean
  send: string
}

interface AskBoxProps {
  ask: Ask
  busy: boolean
  onSend: (text: string) => void
  onCancel: () => void
}

type Typed = React.ChangeEvent<HTMLInputElement & HTMLTextAreaElement>

export const AskBox = ({ ask, busy, onSend, onCancel }: AskBoxProps) => {
  const [text, setText] = useState('')
  const [sent, setSent] = useState(false)
  const line = useRef<HTMLInputElement>(null)
  const lines = useRef<HTMLTextAreaElement>(null)
  const tooShort = text.trim().length < ask.shortest
  const send = (): void => {
    setSent(true)
    if (tooShort) (line.current ?? lines.current)?.focus()
    else onSend(text.trim())
  }
  const field = { autoFocus: true, value: text, maxLength: 1000, onChange: ({ target }: Typed) => setText(target.value) }
  return (
    <Flex
      tag="form"
      direction="column"
      alignItems="stretch"
      gap={3}
      width="100%"
      maxWidth="60rem"
      onSubmit={(event: React.FormEvent) => {
        event.preventDefault()
        send()
      }}
    >
      <Field.Root hint={ask.hint} {...(sent && tooShort && { error: ask.tooShort })}>
        <Field.Label>{ask.label}</Field.Label>
        {ask.long ? <Textarea ref={lines} {...field} /> : <TextInput ref={line} {...field} />}
        <Field.Hint />
        <Field.Error />
      </Field.Root>
      <Flex gap={2} wrap="wrap">
        <Button type="submit" disabled={busy}>
          {ask.send}
        </Button>
        <Button variant="tertiary" onClick={onCancel}>
          Annulla
        </Button>
      </Flex>
    </Flex>
  )
}
