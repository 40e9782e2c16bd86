// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Difference } from '@linea-comune/config'
import { describe, expect, test } from 'vitest'
import { byField, suggested, whatHappened, whatHappens } from './decision-rules'

const difference = (field: string, locale: string, own: string | null = null): Difference => ({
  field,
  label: field,
  locale,
  before: 'Prima',
  after: 'Dopo',
  own,
})
const differences = [difference('title', 'it'), difference('costs', 'it', 'Due euro'), difference('title', 'en'), difference('costs', 'en')]

test('a section is decided in all its languages at once', () => {
  expect(byField(differences).map((group) => group.map(({ field, locale }) => `${field} ${locale}`))).toEqual([
    ['title it', 'title en'],
    ['costs it', 'costs en'],
  ])
})

test('the Ente’s own words are not given up unless somebody says so', () => {
  expect([...suggested(differences)]).toEqual(['title'])
})

describe('what will happen is said beforehand', () => {
  test.each([
    [{ mayPublish: false, canPublishAtOnce: true, publish: false }, 'chi è responsabile'],
    [{ mayPublish: true, canPublishAtOnce: false, publish: false }, 'altre modifiche'],
    [{ mayPublish: true, canPublishAtOnce: true, publish: true }, 'leggono subito'],
    [{ mayPublish: true, canPublishAtOnce: true, publish: false }, 'quando lo pubblichi'],
  ])('%o', (publishing, words) => {
    expect(whatHappens(publishing)).toContain(words)
  })
})

test.each([
  ['accepted', true, 'leggono già'],
  ['partly', false, 'in bozza'],
  ['declined', false, 'rimasta com’era'],
] as const)('what happened is said afterwards: %s', (state, published, words) => {
  expect(whatHappened({ state, published })).toContain(words)
})
