// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react'
import { Checkbox } from '@strapi/design-system'

interface CheckFieldProps {
  checked: boolean
  onChange: (checked: boolean) => void
  children: ReactNode
  disabled?: boolean
}

export const CheckField = ({ checked, onChange, children, disabled = false }: CheckFieldProps) => (
  <Checkbox checked={checked} disabled={disabled} onCheckedChange={(state) => onChange(state === true)}>
    {children}
  </Checkbox>
)
