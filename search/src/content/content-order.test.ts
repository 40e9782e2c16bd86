// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import type { ContentEntry } from './content-entry.js'
import { compareEntries, firstAfter, positionOf, type ContentOrder } from './content-order.js'

const entry = (id: string, sortTitle: string, sortTime: number): ContentEntry => ({
  id,
  kind: 'sheet',
  scope: 'fed',
  documentId: id,
  locale: 'it',
  categoryCodes: [],
  topicCodes: [],
  lifeEventCodes: [],
  sortTitle,
  sortTime,
  stamp: 1,
  givesWayTo: [],
})

// Titles and instants repeat.
const entries = [entry('a', 'tari', 3), entry('b', 'nido', 3), entry('c', 'tari', 1), entry('d', 'carta', 2)]

const orders: [string, ContentOrder, string][] = [
  ['title', { by: 'title', descending: false }, 'dbac'],
  ['-title', { by: 'title', descending: true }, 'cabd'],
  ['updated', { by: 'updated', descending: false }, 'cdab'],
  ['-updated', { by: 'updated', descending: true }, 'badc'],
]

describe.each(orders)('by %s', (_name, order, ids) => {
  const sorted = [...entries].sort(compareEntries(order))

  it('equals are told apart by their ids', () => {
    expect(sorted.map(({ id }) => id).join('')).toBe(ids)
  })

  it('each entry is followed by the next', () => {
    sorted.forEach((one, index) => expect(firstAfter(sorted, order, positionOf(one, order))).toBe(index + 1))
  })

  it('a place is found although the entry that marked it is gone', () => {
    sorted.forEach((one, index) => {
      const rest = sorted.filter((other) => other !== one)
      expect(firstAfter(rest, order, positionOf(one, order))).toBe(index)
    })
  })
})
