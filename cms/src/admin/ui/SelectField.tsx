// SPDX-License-Identifier: AGPL-3.0-or-later
import { useId } from 'react'
import { styled } from 'styled-components'
import { Flex, Typography } from '@strapi/design-system'

interface Option {
  value: string
  label: string
}

interface SelectFieldProps {
  label: string
  value: string
  onChange: (value: string) => void
  options: readonly Option[]
  hint?: string
  /** Label beside the field instead of above. */
  inline?: boolean
  required?: boolean
  name?: string
  error?: string
}

const Select = styled.select`
  width: 100%;
  min-height: 4rem;
  padding: 0 1.2rem;
  font: inherit;
  font-size: 1.4rem;
  color: ${({ theme }) => theme.colors.neutral800};
  background: ${({ theme }) => theme.colors.neutral0};
  border: 1px solid ${({ theme }) => theme.colors.neutral500};
  border-radius: ${({ theme }) => theme.borderRadius};
  &:focus-visible {
    outline: 2px solid ${({ theme }) => theme.colors.primary600};
    outline-offset: 1px;
  }
`

/** The browser's own list: it can be used by keyboard, by voice and with a thumb without a line of ours. */
export const SelectField = ({ label, value, onChange, options, hint, inline = false, required = false, name, error }: SelectFieldProps) => {
  const id = useId()
  return (
    <Flex direction={inline ? 'row' : 'column'} alignItems={inline ? 'center' : 'stretch'} gap={inline ? 2 : 1}>
      <Typography tag="label" htmlFor={id} variant="pi" fontWeight="bold" textColor="neutral800">
        {label}
        {required && (
          <Typography aria-hidden textColor="danger600" lineHeight={0}>
            *
          </Typography>
        )}
      </Typography>
      <Select
        id={id}
        name={name}
        aria-invalid={error !== undefined}
        value={value}
        required={required}
        aria-describedby={error === undefined && hint === undefined ? undefined : `${id}-about`}
        onChange={(event) => onChange(event.target.value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </Select>
      {(error ?? hint) !== undefined && (
        <Typography id={`${id}-about`} variant="pi" textColor={error === undefined ? 'neutral600' : 'danger600'}>
          {error ?? hint}
        </Typography>
      )}
    </Flex>
  )
}
