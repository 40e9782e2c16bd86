// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ModelCard } from '@linea-comune/config'
import { describe, expect, test } from 'vitest'
import { categoriesOf, choose, standingOf } from './standing'

type Adoption = ModelCard['mine'][number]

const adoption = (facts: Partial<Adoption> = {}): Adoption => ({
  enteCode: 'c_a',
  documentId: 'a',
  version: 1,
  published: true,
  own: [],
  inherited: [],
  missing: [],
  proposalId: null,
  ...facts,
})
const model = (title: string, facts: Partial<ModelCard> = {}): ModelCard => ({
  modelId: title,
  kind: 'sheet',
  title,
  summary: '',
  version: 1,
  publishedOn: '',
  note: '',
  categories: [],
  locales: ['it'],
  adopters: [],
  mine: [],
  ...facts,
})

test.each([
  ['free', []],
  ['adopted', [adoption()]],
  ['missing', [adoption({ missing: ['costs'] })]],
  ['proposal', [adoption({ missing: ['costs'], proposalId: 'p' })]],
  ['proposal', [adoption({ missing: ['costs'] }), adoption({ proposalId: 'p' })]],
] as const)('an Ente stands to a model as %s', (standing, mine) => {
  expect(standingOf({ mine: [...mine] })).toBe(standing)
})

describe('the library is narrowed', () => {
  const models = [
    model('Accesso alla città', { categories: ['Mobilità'], summary: 'Varchi e permessi' }),
    model('Carta d’identità', { categories: ['Anagrafe'], mine: [adoption()] }),
  ]
  test.each([
    ['by nothing', { words: '', category: '', standing: '' }, 2],
    ['by words without their accents', { words: 'citta VARCHI', category: '', standing: '' }, 1],
    ['by category', { words: '', category: 'Anagrafe', standing: '' }, 1],
    ['by standing', { words: '', category: '', standing: 'free' }, 1],
    ['to nothing', { words: 'carta', category: 'Mobilità', standing: '' }, 0],
  ])('%s', (_how, wanted, found) => {
    expect(choose(models, wanted)).toHaveLength(found)
  })
  test('and offers the categories it has', () => {
    expect(categoriesOf(models)).toEqual(['Anagrafe', 'Mobilità'])
  })
})
