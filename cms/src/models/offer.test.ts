// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest'
import type { VersionContent } from './model-content'
import { addedLanguages, changesOf, type Offer } from './offer'

const content = (texts: VersionContent['texts']): VersionContent => ({ texts, categories: [], topics: [], lifeEvents: [], localFields: [] })
const offer: Offer = {
  kind: 'sheet',
  to: content({
    it: { title: 'Carta', costs: 'Tre' },
    en: { title: 'Card', costs: 'Three' },
    de: { title: 'Karte' },
    fr: { costs: 'Trois' },
  }),
  contents: new Map([
    [1, content({ it: { title: 'Carta', costs: 'Uno' } })],
    [2, content({ it: { title: 'Carta', costs: 'Tre' }, en: { title: 'Card', costs: 'Two' } })],
  ]),
}
const it = (modelVersion: number) => ({ locale: 'it', modelVersion })
const en = (modelVersion: number) => ({ locale: 'en', modelVersion })

describe('what a version offers to a document', () => {
  test.each([
    [it(1), [['costs', 'Uno', 'Tre']]],
    [it(2), []],
    [en(2), [['costs', 'Two', 'Three']]],
    [{ locale: 'de', modelVersion: 2 }, [['title', '', 'Karte']]],
  ])('%o is compared with the version that it follows itself', (row, changes) => {
    expect(changesOf(offer, row).map(({ field, before, after }) => [field, before, after])).toEqual(changes)
  })

  test.each([
    ['languages that the version before had not', [it(1)], 'all', ['en', 'de']],
    ['none that it had', [it(2)], 'all', ['de']],
    ['none that the document has', [it(1), en(1)], 'all', ['de']],
    ['those in which the Ente speaks', [it(1)], ['it', 'en'], ['en']],
    ['none to nobody', [], 'all', []],
  ] as const)('adds %s, if they have a heading', (_, drafts, spoken, added) => {
    expect(addedLanguages(offer, drafts, spoken).map(({ locale }) => locale)).toEqual(added)
  })
})
