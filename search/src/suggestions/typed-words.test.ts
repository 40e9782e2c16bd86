// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import type { Locale } from '@linea-comune/config'
import { typedWords } from './typed-words.js'

describe('words typed so far', () => {
  it.each<[string, string, Locale, string[]]>([
    ['go without articles and what is elided', 'l’imu e la TARI', 'it', ['imu', 'tari']],
    ['go without any kind of apostrophe', "carta d'identita", 'it', ['carta', 'identita']],
    ['may be a beginning', 'quanto costa la car', 'it', ['costa', 'car']],
    ['may begin like an empty word', 'per', 'it', ['per']],
    ['are nothing once an empty word is over', 'per ', 'it', []],
    ['are nothing while the noun is missing', 'l’', 'it', []],
    ['are nothing after one letter', 'c', 'it', []],
    ['count digits', '730', 'it', ['730']],
    ['forget an empty word at the end', 'carta per', 'it', ['carta']],
    ['are those of the language', 'der Ausweis', 'de', ['ausweis']],
    ['have no control characters', 'car\u0000\u0007ta', 'it', ['car', 'ta']],
    ['are not read in a tale', 'carta '.repeat(1700), 'it', []],
    [
      'are the last ten',
      'uno2 due2 tre2 quattro2 cinque2 sei2 sette2 otto2 nove2 dieci2 undici2',
      'it',
      [...['due2', 'tre2', 'quattro2', 'cinque2', 'sei2', 'sette2', 'otto2', 'nove2', 'dieci2', 'undici2']],
    ],
  ])('%s', (_name, text, locale, wanted) => {
    expect(typedWords(text, locale)).toEqual(wanted)
  })
})
