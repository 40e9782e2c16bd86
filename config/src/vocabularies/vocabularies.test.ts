// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { locales } from '../locales.js'
import { lifeEvents } from './life-events.js'
import { serviceCategories } from './service-categories.js'
import { findTerm } from './term.js'
import { topics } from './topics.js'

describe.each([
  ['topics', topics, 64],
  ['service categories', serviceCategories, 15],
  ['life events', lifeEvents, 19],
] as const)('%s', (_name, terms, count) => {
  it('are as many as the official list has', () => {
    expect(terms).toHaveLength(count)
    expect(new Set(terms.map(({ code }) => code)).size).toBe(count)
  })

  it.each(locales)('are found by their name in %s, and none takes the name of another', (locale) => {
    for (const term of terms) expect([term[locale], findTerm(terms, term[locale])?.code]).toEqual([term[locale], term.code])
  })
})
