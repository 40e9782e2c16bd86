// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, it } from 'vitest'
import { textPieces } from './text-pieces'

/** The pieces with the matched ones in brackets. */
const shown = (title: string, matched: [number, number][]): string =>
  textPieces(title, matched)
    .map((piece) => (piece.matched ? `[${piece.text}]` : piece.text))
    .join('|')

it.each<[string, string, [number, number][], string]>([
  ['at its beginning', 'Carta d’identità', [[0, 3]], '[Car]|ta d’identità'],
  ['in the middle and at the end', 'Carta d’identità', [[2, 3], [8, 16]], 'Ca|[r]|ta d’|[identità]'], // prettier-ignore
  ['nowhere', 'Carta', [], 'Carta'],
  ['wholly', 'IMU', [[0, 3]], '[IMU]'],
])('a title is emphasised %s', (_name, title, matched, wanted) => {
  expect(shown(title, matched)).toBe(wanted)
})
