// SPDX-License-Identifier: AGPL-3.0-or-later
import { errorCodes, fieldFaults, locales, ticketStates } from '@linea-comune/config'
import { describe, expect, it } from 'vitest'
import { speakIn, wordTables } from './index'
import { it as italian, type WordKey } from './it'
import { ofEnte } from './of-ente'

const keys = Object.keys(italian) as WordKey[]
const holes = (sentence: string): string[] => [...new Set(sentence.match(/\{\w+\}/g))].sort()

describe.each(locales.filter((locale) => locale !== 'it'))('words in %s', (locale) => {
  it('are never empty', () => {
    expect(keys.filter((key) => wordTables[locale][key].trim() === '')).toEqual([])
  })
  it('leave the same places to fill, or fewer', () => {
    const named = (sentence: string) => holes(sentence).map((hole) => (hole === '{ofEnte}' ? '{name}' : hole))
    expect(keys.filter((key) => named(wordTables[locale][key]).some((hole) => !named(italian[key]).includes(hole)))).toEqual([])
  })
})

describe('every locale', () => {
  it.each(locales)('%s speaks of each error, each fault and each state', (locale) => {
    const table: Record<string, string> = wordTables[locale]
    const wanted = [
      ...errorCodes.map((c) => `error.${c}`),
      ...fieldFaults.map((f) => `fault.${f}`),
      ...ticketStates.flatMap((s) => [`state.${s}`, `stateHelp.${s}`]),
    ]
    expect(wanted.filter((key) => !table[key])).toEqual([])
  })
  it('French has an unbreakable space before a colon, a narrow one before other double signs', () => {
    const inside = (sentence: string) => sentence.replaceAll(/https?:/g, '')
    expect(keys.filter((key) => / [:;!?»]|« |[^\s\u00a0]:|[^\s\u202f][;!?]/u.test(inside(wordTables.fr[key])))).toEqual([])
  })
  it.each(locales)('%s uses typographic apostrophes', (locale) => {
    expect(keys.filter((key) => /\p{L}'\p{L}/u.test(wordTables[locale][key]))).toEqual([])
  })
})

it('facts are put in their places', () => {
  expect(speakIn('it')('site.page', { page: 2, pages: 5 })).toBe('Pagina 2 di 5')
})

it.each([
  ['Comune di Valdombra', 'del Comune di Valdombra'],
  ['Città di Portolieto', 'della Città di Portolieto'],
  ['Unione dei Comuni', 'dell’Unione dei Comuni'],
  ['Roma Capitale', 'di Roma Capitale'],
])('«di» joins %s', (name, wanted) => {
  expect(ofEnte(name, 'it')).toBe(wanted)
})

it.each([
  ['Comune di Valdombra', 'du Comune di Valdombra'],
  ['Città di Portolieto', 'de la Città di Portolieto'],
  ['Unione dei Comuni', 'de l’Unione dei Comuni'],
  ['Roma Capitale', 'de Roma Capitale'],
])('« de » joins %s', (name, wanted) => {
  expect(ofEnte(name, 'fr')).toBe(wanted)
})
