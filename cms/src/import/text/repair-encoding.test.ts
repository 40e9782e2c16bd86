// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, it } from 'vitest'
import { repairEncoding } from './repair-encoding'

it.each([
  ['la pratica Ã¨ gratuita', 'la pratica è gratuita'],
  ['lâ€™ufficio â€œTributiâ€\u009d', 'l’ufficio “Tributi”'],
  ['20Â° giorno, 5 â‚¬', '20° giorno, 5 €'],
])('%s is %s', (text, right) => {
  expect(repairEncoding(text)).toBe(right)
})

it.each([
  // The second half of «à» is a space that somebody has since cut to a plain one.
  'CittÃ di Trento',
  'citt\ufffd',
  // One half right, one half wrong: reading it again would break the right one.
  'Città con lâ€™ufficio',
])('%s is not guessed at', (text) => {
  expect(repairEncoding(text)).toBeUndefined()
})
