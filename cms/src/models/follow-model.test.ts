// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest'
import { fillFromVersion } from './follow-model'
import type { VersionContent } from './model-content'

const content: VersionContent = {
  texts: {
    it: { title: 'Carta d’identità', summary: 'Del modello', costs: 'Da 16,79 euro', keywords: ['cie'] },
    en: { title: 'Identity card', summary: 'Of the model' },
  },
  categories: [],
  topics: [],
  lifeEvents: [],
  localFields: [],
}
const row = { locale: 'it', title: 'La carta d’identità a Valdombra', summary: null, costs: '', keywords: [], times: 'Cinque giorni' }

describe('a sheet that follows a model', () => {
  test('shows the model’s text where it has none, and its own where it has one', () => {
    expect(fillFromVersion('sheet', row, content)).toMatchObject({
      title: 'La carta d’identità a Valdombra',
      summary: 'Del modello',
      costs: 'Da 16,79 euro',
      keywords: ['cie'],
      times: 'Cinque giorni',
    })
  })

  test('leaves out what its Ente leaves out', () => {
    expect(fillFromVersion('sheet', { ...row, modelOmits: ['costs'] }, content)).toMatchObject({ costs: '', summary: 'Del modello' })
  })

  test('shows nothing of another language', () => {
    expect(fillFromVersion('sheet', { ...row, locale: 'en', title: 'Card' }, content)).toMatchObject({
      title: 'Card',
      summary: 'Of the model',
      costs: '',
    })
    expect(fillFromVersion('sheet', { ...row, locale: 'de', title: 'Karte' }, content)).toMatchObject({
      title: 'Karte',
      summary: null,
      costs: '',
    })
  })
})
