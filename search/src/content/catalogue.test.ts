// SPDX-License-Identifier: AGPL-3.0-or-later
import { beforeEach, describe, expect, it } from 'vitest'
import { createCatalogue, type Catalogue } from './catalogue.js'
import type { ContentEntry } from './content-entry.js'

const byTitle = { by: 'title', descending: false } as const

const entry = (given: Partial<ContentEntry> & Pick<ContentEntry, 'id'>): ContentEntry => ({
  kind: 'sheet',
  scope: 'c_a',
  documentId: given.id,
  locale: 'it',
  categoryCodes: [],
  topicCodes: [],
  lifeEventCodes: [],
  sortTitle: given.id,
  sortTime: 0,
  stamp: 1,
  givesWayTo: [],
  slug: given.id,
  active: true,
  ...given,
})
const ente = (code: string, lifecycle: 'active' | 'left' = 'active'): ContentEntry =>
  entry({ id: `ente-${code}`, kind: 'ente', scope: code, code, slug: `slug-${code}`, name: code, lifecycle })

let catalogue: Catalogue
const idsOf = (filter: Partial<Parameters<Catalogue['list']>[0]> = {}) =>
  catalogue.list({ kind: 'sheet', ...filter }, byTitle).map(({ id }) => id)

beforeEach(() => {
  catalogue = createCatalogue()
  catalogue.put([ente('c_a'), ente('c_b'), entry({ id: 'one' }), entry({ id: 'two', scope: 'c_b' }), entry({ id: 'shared', scope: 'fed' })])
})

describe('the catalogue', () => {
  it('lists what was put, once, in its newest version', () => {
    expect(idsOf()).toEqual(['one', 'shared', 'two'])
    catalogue.put([entry({ id: 'one', sortTitle: 'zeta', stamp: 5 })])
    expect(idsOf()).toEqual(['shared', 'two', 'one'])
    expect([catalogue.size(), catalogue.newest()]).toEqual([5, 5])
    expect(catalogue.counts()).toEqual({ ente: 2, sheet: 3 })
  })

  it('shows nothing of an Ente that left, or that nobody knows, until it is back', () => {
    catalogue.put([ente('c_a', 'left'), entry({ id: 'stray', scope: 'c_x' })])
    expect(idsOf()).toEqual(['shared', 'two'])
    expect(catalogue.versions('sheet', 'one')).toEqual([])
    expect(catalogue.list({ kind: 'ente' }, byTitle)).toHaveLength(2)
    catalogue.put([ente('c_a')])
    expect(idsOf()).toEqual(['one', 'shared', 'two'])
  })

  it('lets a shared text give way to the Ente’s own in its place, for that Ente alone', () => {
    catalogue.put([entry({ id: 'own' }), entry({ id: 'shared', scope: 'fed', givesWayTo: ['c_a'] })])
    expect(idsOf({ visibleTo: 'c_a' })).toEqual(['one', 'own'])
    expect(idsOf({ visibleTo: 'c_b' })).toEqual(['shared', 'two'])
  })

  it('shows nothing under the address of an Ente that left, the federation’s texts neither', () => {
    catalogue.put([ente('c_a', 'left')])
    expect(idsOf({ visibleTo: 'c_a' })).toEqual([])
    expect(idsOf({ visibleTo: 'c_b' })).toEqual(['shared', 'two'])
  })

  it('keeps a list for the next page, and makes it anew when too many others were asked for, even if they hold nothing', () => {
    const list = () => catalogue.list({ kind: 'sheet' }, byTitle)
    const kept = list()
    for (let since = 1; since <= 1000; since++) catalogue.list({ kind: 'sheet', updatedSince: since }, byTitle)
    expect(list()).toBe(kept)
    for (let since = 1; since <= 10_000; since++) catalogue.list({ kind: 'sheet', updatedSince: since }, byTitle)
    expect(list()).not.toBe(kept)
    expect(list()).toEqual(kept)
  })

  it('finds an Ente by its code and by its address, and forgets the address it had', () => {
    expect(catalogue.ente('slug-c_a')?.code).toBe('c_a')
    catalogue.put([{ ...ente('c_a'), slug: 'nuovo' }])
    expect([catalogue.ente('nuovo')?.code, catalogue.ente('c_a')?.code, catalogue.ente('slug-c_a')]).toEqual(['c_a', 'c_a', undefined])
  })

  it('takes the whole of one Ente anew and leaves the others alone', () => {
    catalogue.replaceScopes(new Set(['c_a']), [ente('c_a'), entry({ id: 'three' })])
    expect(idsOf()).toEqual(['shared', 'three', 'two'])
    expect(catalogue.versions('sheet', 'one')).toEqual([])
    expect([...catalogue.countsByScope()].sort()).toEqual([
      ['c_a', 2],
      ['c_b', 2],
      ['fed', 1],
    ])
  })
})
