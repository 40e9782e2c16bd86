// SPDX-License-Identifier: AGPL-3.0-or-later
import { diffWordsWithSpace } from 'diff'

export interface Piece {
  text: string
  change: 'same' | 'added' | 'removed'
}

/** Two texts side by side: on the left the words that go are marked, on the right those that come. */
export const markWords = (now: string, proposed: string): { now: Piece[]; proposed: Piece[] } => {
  const parts = diffWordsWithSpace(now, proposed)
  const side = (without: 'added' | 'removed', change: Piece['change']): Piece[] =>
    parts.filter((part) => !part[without]).map(({ value, added, removed }) => ({ text: value, change: added || removed ? change : 'same' }))
  return { now: side('added', 'removed'), proposed: side('removed', 'added') }
}
