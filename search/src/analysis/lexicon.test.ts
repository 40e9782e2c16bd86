// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { germanLexicon } from './lexicon.de.js'
import { englishLexicon } from './lexicon.en.js'
import { frenchLexicon } from './lexicon.fr.js'
import { italianLexicon } from './lexicon.it.js'
import { toLexicon } from './lexicon.js'
import { slovenianLexicon } from './lexicon.sl.js'

describe('lexicon', () => {
  it('an expression explained twice is refused by name', () => {
    const entries = [
      { says: ['spazzatura'], means: ['rifiuti'], because: 'one' },
      { says: ['la spazzatura'], means: ['tari'], because: 'two' },
    ]
    expect(() => toLexicon(entries, 'it')).toThrow('"la spazzatura" is explained twice')
  })

  it('an expression of articles only is refused', () => {
    expect(() => toLexicon([{ says: ['della'], means: ['rifiuti'], because: '' }], 'it')).toThrow('"della"')
  })

  it('an expression of more than three words is refused', () => {
    expect(() => toLexicon([{ says: ['uno due tre quattro cinque'], means: ['rifiuti'], because: '' }], 'it')).toThrow('too many words')
  })

  it('every entry says why', () => {
    for (const { because } of [...italianLexicon, ...englishLexicon, ...germanLexicon, ...slovenianLexicon, ...frenchLexicon])
      expect(because).not.toBe('')
  })
})
