// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest'
import { markWords, type Piece } from './mark-words'

const drawn = (pieces: readonly Piece[]): string =>
  pieces.map(({ text, change }) => ({ same: text, added: `[+${text}]`, removed: `[-${text}]` })[change]).join('')

test.each([
  ['a word that changes', 'Costa due euro', 'Costa tre euro', 'Costa [-due] euro', 'Costa [+tre] euro'],
  ['words with accents', 'La città è qui', 'La città era qui', 'La città [-è] qui', 'La città [+era] qui'],
  ['a text that is new', '', 'Un giorno', '', '[+Un giorno]'],
  ['a text that goes', 'Un giorno', '', '[-Un giorno]', ''],
  ['the same text', 'Uguale', 'Uguale', 'Uguale', 'Uguale'],
  ['a new line of a list', '- uno', '- uno\n- due', '- uno', '- uno[+\n- due]'],
])('marks %s', (_what, now, proposed, left, right) => {
  const marked = markWords(now, proposed)
  expect([drawn(marked.now), drawn(marked.proposed)]).toEqual([left, right])
})
