// SPDX-License-Identifier: AGPL-3.0-or-later
import { useState, type ChangeEvent } from 'react'
import { useField, type InputProps } from '@strapi/strapi/admin'
import { Field, Textarea } from '@strapi/design-system'

type LinesFieldProps = Pick<InputProps, 'name' | 'label' | 'hint' | 'disabled' | 'required' | 'labelAction'>

const toLines = (text: string): string[] =>
  text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
const toText = (value: unknown): string => (Array.isArray(value) ? value.map(String).join('\n') : '')

/** A list of texts, one to a line: nobody should have to know how JSON writes it. */
export const LinesField = ({ name, label, hint, disabled, required, labelAction }: LinesFieldProps) => {
  const { value, error, onChange } = useField<string[] | null>(name)
  // As typed, with the line that is just begun, as long as it says the same.
  const [typed, setTyped] = useState('')
  const text = toLines(typed).join('\n') === toText(value) ? typed : toText(value)
  return (
    <Field.Root name={name} hint={hint} error={error} required={required}>
      <Field.Label action={labelAction}>{label}</Field.Label>
      <Textarea
        name={name}
        value={text}
        disabled={disabled}
        onChange={(event: ChangeEvent<HTMLTextAreaElement>) => {
          setTyped(event.target.value)
          onChange(name, toLines(event.target.value))
        }}
      />
      <Field.Hint />
      <Field.Error />
    </Field.Root>
  )
}
