// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { matchedLetters, matchesWholly } from './matched-letters.js'

/** The title with what is matched in brackets. */
const marked = (title: string, typed: string[]): string =>
  matchedLetters(title, typed).reduceRight((text, [from, to]) => `${text.slice(0, from)}[${text.slice(from, to)}]${text.slice(to)}`, title)

describe('matched letters', () => {
  it.each([
    ['are a whole word', 'Carta d’identità', ['carta'], '[Carta] d’identità'],
    ['are the beginning of the word being written', 'Carta d’identità', ['ident'], 'Carta d’[ident]ità'],
    ['are no beginning of a word that is over', 'Mense e mensilità', ['mens', 'altro'], '[Mense] e mensilità'],
    ['are the whole word with an error', 'Raccolta dei rifiuti', ['rifuti'], 'Raccolta dei [rifiuti]'],
    ['begin a word with an error', 'Carta d’identità', ['idenitt'], 'Carta d’[identit]à'],
    ['stand in several words', 'Carta d’identità', ['carta', 'identita'], '[Carta] d’[identità]'],
    ['are counted by what is on the screen', 'Müllabfuhr in der Großstadt', ['grosss'], 'Müllabfuhr in der [Großstadt]'],
    ['are none where another phrasing matched', 'Quando apre il Comune?', ['orari'], 'Quando apre il Comune?'],
  ])('%s', (_name, title, typed, wanted) => {
    expect(marked(title, typed)).toBe(wanted)
  })

  it('a title matches wholly when it has every word', () => {
    expect(matchesWholly('Assistenza sociale', ['sociale', 'assist'])).toBe(true)
    expect(matchesWholly('Assistenza sociale', ['costa', 'assist'])).toBe(false)
  })
})
