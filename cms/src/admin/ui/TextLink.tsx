// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ReactNode } from 'react'
import { Link } from 'react-router-dom'
import { styled } from 'styled-components'

const Underlined = styled(Link)`
  font-size: 1.4rem;
  color: ${({ theme }) => theme.colors.primary600};
  text-decoration: underline;
  text-underline-offset: 0.2em;
  overflow-wrap: anywhere;
`

export const TextLink = ({ to, children }: { to: string; children: ReactNode }) => <Underlined to={to}>{children}</Underlined>
