// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Locale } from '@linea-comune/config'
import { describe, expect, it } from 'vitest'
import { analyse } from '../analysis/analyse.js'
import { createEntryBook } from './entry-book.js'
import { expressionKey, parseLexiconEntry, type LexiconEntry } from './entry.js'
import { takeToMean } from './take-to-mean.js'

const speakers = { knows: () => false }
let number = 0
const entry = (says: string[], means: string, locale: Locale = 'it'): LexiconEntry => ({
  kind: 'lexicon-entry',
  documentId: `entry-${String(number++)}`,
  scope: 'c_v001',
  locale,
  says,
  means,
})

interface Asked {
  own?: LexiconEntry[]
  federation?: LexiconEntry[]
  /** What some text says. */
  texts?: string[]
  locale?: Locale
}

const heard = (q: string, { own = [], federation = [], texts = [], locale = 'it' }: Asked): string => {
  const said = texts.map((text) => ` ${expressionKey(text, 'it')} `)
  return takeToMean(analyse(q, locale, speakers), {
    books: [createEntryBook(own), createEntryBook(federation)],
    isSaid: (stems) => said.some((text) => text.includes(` ${stems.join(' ')} `)),
  }).words.join(' ')
}

const ecomobile = entry(['ecomobile'], 'raccolta rifiuti ingombranti')
const pozzetto = entry(['il pozzetto', 'al pozzetto'], 'ufficio anagrafe')
const casa = entry(['casa dell’acqua'], 'distributore pubblico')

describe('citizens’ own words', () => {
  it.each<[why: string, q: string, asked: Asked, words: string]>([
    ['mean what the entry says', 'quando passa l’ecomobile?', { own: [ecomobile] }, 'passa raccolta rifiuti ingombranti'],
    ['in any form of the word', 'le ecomobili', { own: [ecomobile] }, 'raccolta rifiuti ingombranti'],
    ['with any accent and in capitals', 'ECOMOBILE', { own: [ecomobile] }, 'raccolta rifiuti ingombranti'],
    ['with or without the article', 'orari del pozzetto', { own: [pozzetto] }, 'orari ufficio anagrafe'],
    [
      'stay beside it where a text says them',
      'ecomobile',
      { own: [ecomobile], texts: ['L’ecomobile di maggio'] },
      'ecomobile raccolta rifiuti ingombranti',
    ],
    ['of several count together', 'dove trovo la casa dell’acqua', { own: [casa] }, 'trovo distributore pubblico'],
    ['not when another word stands between them', 'casa senza acqua', { own: [casa] }, 'casa senza acqua'],
    ['not in another order', 'l’acqua di casa', { own: [casa] }, 'acqua casa'],
    [
      'stay beside it only where a text says all of them together',
      'casa dell’acqua',
      { own: [casa], texts: ['La casa', 'L’acqua'] },
      'distributore pubblico',
    ],
    [
      'are not doubled when the administration says them too',
      'il pozzetto',
      { own: [entry(['pozzetto'], 'pozzetto anagrafe')], texts: ['pozzetto'] },
      'pozzetto anagrafe',
    ],
    [
      'of the longest expression win',
      'punto verde nord',
      { own: [entry(['punto verde'], 'parco'), entry(['punto verde nord'], 'centro di raccolta')] },
      'centro raccolta',
    ],
    [
      'of the longest expression win wherever they stand',
      'sportello casa nuova sud',
      { own: [entry(['sportello casa'], 'alloggi'), entry(['casa nuova sud'], 'asilo')] },
      'sportello asilo',
    ],
    [
      'of the Ente win over the federation’s',
      'ecomobile',
      { own: [entry(['ecomobile'], 'centro di raccolta')], federation: [ecomobile] },
      'centro raccolta',
    ],
    ['of the federation hold for every Ente', 'ecomobile', { federation: [ecomobile] }, 'raccolta rifiuti ingombranti'],
    [
      'are looked at once, so that entries may lead to each other',
      'pozzetto',
      { own: [entry(['pozzetto'], 'tombino'), entry(['tombino'], 'pozzetto')] },
      'tombino',
    ],
    [
      'mean something each time they are said',
      'ecomobile e pozzetto e ecomobile',
      { own: [ecomobile, pozzetto] },
      'raccolta rifiuti ingombranti ufficio anagrafe raccolta rifiuti ingombranti',
    ],
    ['leave a question alone that says nothing of them', 'quanto costa il nido', { own: [ecomobile] }, 'costa nido'],
    ['that say nothing at all find nothing', 'il la e', { own: [ecomobile] }, ''],
  ])('%s', (_why, q, asked, words) => {
    expect(heard(q, asked)).toBe(words)
  })

  const recycling = entry(['the tip', 'recycling yard'], 'centro di raccolta', 'en')
  it.each<[why: string, q: string, asked: Asked, words: string]>([
    ['in a language hold for questions in it', 'where is the recycling yard', { own: [recycling], locale: 'en' }, 'centro raccolta'],
    ['in a language do not hold in another', 'che cosa significa tip', { own: [recycling] }, 'significa tip'],
    ['in Italian hold in every language', 'where is the ecomobile', { own: [ecomobile], locale: 'en' }, 'raccolta rifiuti ingombranti'],
    ['in Italian hold there letter by letter', 'my ecomobili', { own: [ecomobile], locale: 'en' }, 'ecomobili'],
    [
      'in the language of the question win over the Italian ones',
      'where is the ecomobile',
      { own: [ecomobile, entry(['ecomobile'], 'Sperrmüll', 'de'), entry(['ecomobile'], 'bulky waste', 'en')], locale: 'en' },
      'bulky waste',
    ],
  ])('%s', (_why, q, asked, words) => {
    expect(heard(q, asked)).toBe(words)
  })

  it('keep a stem beside each word, in the language of the question', () => {
    const { words, stems } = takeToMean(analyse('ecomobile', 'it', speakers), {
      books: [createEntryBook([ecomobile])],
      isSaid: () => false,
    })
    expect(words).toHaveLength(stems.length)
    expect(stems).toEqual(expressionKey('raccolta rifiuti ingombranti', 'it').split(' '))
  })

  it('keep a question at a length that can be answered', () => {
    const long = entry(['eco'], Array.from({ length: 20 }, (_, index) => `parola${String(index)}`).join(' '))
    expect(heard('eco '.repeat(300), { own: [long] }).split(' ')).toHaveLength(400)
  })
})

describe('an entry that reached the index past the back office', () => {
  it.each<[string, unknown]>([
    ['is no entry', {}],
    ['says nothing', { ...ecomobile, says: [] }],
    ['says stop words alone', { ...ecomobile, says: ['di cui'] }],
    ['says too much', { ...ecomobile, says: ['e'.repeat(81)] }],
    ['says too many things', { ...ecomobile, says: Array.from({ length: 21 }, () => 'ecomobile') }],
    ['means nothing', { ...ecomobile, means: 'il' }],
    ['is in no language that we know', { ...ecomobile, locale: 'es' }],
  ])('is refused when it %s', (_why, record) => {
    expect(() => parseLexiconEntry(record)).toThrow()
  })
})
