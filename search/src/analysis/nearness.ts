// SPDX-License-Identifier: AGPL-3.0-or-later
import { distance } from 'fastest-levenshtein'

/** Errors of typing that are forgiven in a word of this length, as the engine does. */
export const forgiven = (length: number): number => (length < 4 ? 0 : length < 8 ? 1 : 2)

/** "ersidenza": two neighbours changed places, which is one error to a person and two to the plain distance. */
const areNeighboursSwapped = (a: string, b: string): boolean => {
  if (a.length !== b.length) return false
  // Stems are folded: one letter is one unit.
  const at = Array.from(a).findIndex((letter, index) => letter !== b[index])
  return at >= 0 && a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2)
}

/** How near a word in a text is to the one that was typed: 1 the same, 0 another word. */
export const nearness = (typed: string, found: string): number => {
  if (typed === found) return 1
  const errors = areNeighboursSwapped(typed, found) ? 1 : distance(typed, found)
  if (errors > forgiven(typed.length)) return 0
  // In short words another first letter is another word ("casa", "tasa").
  if (!found.startsWith(typed.slice(0, 1)) && typed.length < 6) return 0
  return 1 - errors * (1.6 / Math.max(typed.length, 6))
}
