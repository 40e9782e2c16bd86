// SPDX-License-Identifier: AGPL-3.0-or-later
import { serviceCategories, topics, type Locale } from '@linea-comune/config'
import { describe, expect, it } from 'vitest'
import { analyse } from '../analysis/analyse.js'
import { createLexicon } from './lexicon.js'
import { lexiconFile } from './need.js'
import { readLexicon, toNeeds } from './read-lexicon.js'

const needs = readLexicon()
const lexicon = createLexicon(needs)

/** The needs a question most likely asks for, likeliest first. */
const askedFor = (question: string, locale: Locale = 'it'): string[] => {
  const { stems, words, language } = analyse(question, locale, lexicon)
  const scores = [...lexicon.recognise({ stems, words }, language, 'citizen')]
  return scores
    .map((score, need) => ({ score, id: needs[need]?.id ?? '' }))
    .sort((a, b) => b.score - a.score)
    .slice(0, 3)
    .map(({ id }) => id)
}

describe('the starting lexicon', () => {
  it('has at least 400 needs that a town hall answers, over every category and every topic', () => {
    const answered = needs.filter(({ outOfScope }) => !outOfScope)
    expect(answered.length).toBeGreaterThanOrEqual(400)
    expect(new Set(answered.flatMap(({ category }) => category ?? []))).toEqual(new Set(serviceCategories.map(({ it: name }) => name)))
    const named = new Set(answered.flatMap((need) => need.topics))
    expect(topics.map(({ it: name }) => name).filter((name) => !named.has(name))).toEqual([])
  })

  it('knows every need in all languages of the pages', () => {
    expect(needs.filter((need) => [need.en, need.de, need.sl, need.fr].some((list) => list.length === 0))).toEqual([])
  })

  it.each([
    ['dove butto la monnezza', 'raccolta-porta-a-porta'],
    ['ci vogliamo sposare in comune', 'pubblicazioni-matrimonio'],
    ['ho cambiato casa, devo avvisarvi?', 'cambio-residenza'],
    ['mi è arrivata una multa', 'multe-pagamento'],
  ])('«%s» asks for %s', (question, need) => {
    expect(askedFor(question)).toContain(need)
  })

  it.each([
    ['I have just moved here, how do I register my residence?', 'en', 'cambio-residenza'],
    ['Ich bin umgezogen, wo melde ich den Wohnsitz an?', 'de', 'cambio-residenza'],
    ['selitev in prijava stalnega prebivališča', 'sl', 'cambio-residenza'],
    ['changement d’adresse après un déménagement', 'fr', 'cambio-residenza'],
  ] as const)('«%s» asks for the same in another language', (question, locale, need) => {
    expect(askedFor(question, locale)).toContain(need)
  })
})

describe('whole words', () => {
  const of = (id: string, phrasings: string[]) => ({ id, because: 'prova', means: [id], phrasings })
  const file = lexiconFile.parse({ category: 'Ambiente', needs: [of('sposarsi', ['sposarmi']), of('separarsi', ['sposato'])] })
  const [marrying = 0, parting = 0] = createLexicon(toNeeds([['a.json', file]])).recognise(
    { stems: ['spos'], words: ['sposarmi'] },
    'it',
    'citizen',
  )

  it('tell apart what has one stem', () => {
    expect(marrying).toBeGreaterThan(parting)
  })
})

describe('a lexicon that cannot be used', () => {
  const need = { id: 'rifiuti', because: 'prova', means: ['raccolta rifiuti'] }
  const file = (...listed: object[]) => [['a.json', lexiconFile.parse({ category: 'Ambiente', needs: listed })] as const]

  it.each([
    ['a need that is there twice', file(need, need), 'rifiuti: is there twice'],
    ['words that say nothing', file({ ...need, says: ['della'] }), '«della» says nothing'],
    ['a topic nobody knows', file({ ...need, topics: ['Rifiutopoli'] }), 'no topic «Rifiutopoli»'],
    ['a broader need nobody knows', file({ ...need, broader: ['altro'] }), 'no other need «altro»'],
    ['a need broader than itself', file({ ...need, broader: ['rifiuti'] }), 'no other need «rifiuti»'],
  ])('%s is refused by name', (_, files, fault) => {
    expect(() => toNeeds(files)).toThrow(fault)
  })

  it('a category nobody knows is refused with the name of the file', () => {
    expect(() => toNeeds([['x.json', lexiconFile.parse({ category: 'Varie', needs: [need] })]])).toThrow('x.json: no category «Varie»')
  })

  it('a need without a reason is refused', () => {
    expect(() => lexiconFile.parse({ category: null, needs: [{ ...need, because: '' }] })).toThrow(/because/)
  })
})
