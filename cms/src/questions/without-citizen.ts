// SPDX-License-Identifier: AGPL-3.0-or-later
import type { TicketRow } from '../rows'

type Citizen = Pick<TicketRow, 'citizenName' | 'citizenEmail' | 'citizenPhone'>

const escaped = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&')

/** Without this citizen's name, or any longer part of it, address and telephone. */
export const withoutCitizen = (text: string, { citizenName, citizenEmail, citizenPhone }: Citizen): string => {
  const parts = [citizenName, ...citizenName.split(/\s+/)].filter((part) => part.length > 2)
  const marked = [citizenEmail, citizenPhone].reduce<string>(
    (left, own) => (own === null ? left : left.replaceAll(own, '[recapito]')),
    text,
  )
  return parts.reduce(
    (left, part) => left.replace(new RegExp(`(?<![\\p{L}\\p{N}])${escaped(part)}(?![\\p{L}\\p{N}])`, 'giu'), '[nome]'),
    marked,
  )
}
