// SPDX-License-Identifier: AGPL-3.0-or-later
import type { QuestionSuggestion } from '@linea-comune/config'

export interface Piece {
  text: string
  matched: boolean
}

/** A text cut where the typed letters begin and end. */
export const textPieces = (text: string, matched: QuestionSuggestion['matched']): Piece[] => {
  const pieces: Piece[] = []
  let at = 0
  for (const [from, to] of matched) {
    pieces.push({ text: text.slice(at, from), matched: false }, { text: text.slice(from, to), matched: true })
    at = to
  }
  pieces.push({ text: text.slice(at), matched: false })
  return pieces.filter((piece) => piece.text !== '')
}
