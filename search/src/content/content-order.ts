// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ContentEntry } from './content-entry.js'

export interface ContentOrder {
  by: 'title' | 'updated'
  descending: boolean
}

/** Where a page of a list ended: what the last entry was ordered by, and its id, since titles and instants repeat. */
export interface ContentPosition {
  value: string | number
  id: string
}

const valueOf: Record<ContentOrder['by'], (entry: ContentEntry) => string | number> = {
  title: (entry) => entry.sortTitle,
  updated: (entry) => entry.sortTime,
}

export const positionOf = (entry: ContentEntry, { by }: ContentOrder): ContentPosition => ({ value: valueOf[by](entry), id: entry.id })

const compareValues = <T extends string | number>(a: T, b: T): number => (a < b ? -1 : a > b ? 1 : 0)

const comparePositions = (a: ContentPosition, b: ContentPosition): number => compareValues(a.value, b.value) || compareValues(a.id, b.id)

export const compareEntries =
  ({ by, descending }: ContentOrder) =>
  (a: ContentEntry, b: ContentEntry): number => {
    const result = compareValues(valueOf[by](a), valueOf[by](b)) || compareValues(a.id, b.id)
    return descending ? -result : result
  }

/** Index of the first entry behind a position, in a list in that order. The entry that stood there may be gone by now. */
export const firstAfter = (entries: readonly ContentEntry[], order: ContentOrder, position: ContentPosition): number => {
  let [low, high] = [0, entries.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    const entry = entries[middle]
    const comparison = entry === undefined ? 1 : comparePositions(positionOf(entry, order), position)
    if ((order.descending ? -comparison : comparison) > 0) high = middle
    else low = middle + 1
  }
  return low
}
