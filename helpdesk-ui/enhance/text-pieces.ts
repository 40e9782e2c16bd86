// SPDX-License-Identifier: AGPL-3.0-or-later
import type { QuestionSuggestion } from '@linea-comune/config'

export interface Piece {
  text: string
  matched: boolean
}

/** A title cut where the typed letters begin and end. */
export const titlePieces = ({ title, matched }: Pick<QuestionSuggestion, 'title' | 'matched'>): Piece[] => {
  const pieces: Piece[] = []
  let at = 0
  for (const [from, to] of matched) {
    pieces.push({ text: title.slice(at, from), matched: false }, { text: title.slice(from, to), matched: true })
    at = to
  }
  pieces.push({ text: title.slice(at), matched: false })
  return pieces.filter(({ text }) => text !== '')
}
