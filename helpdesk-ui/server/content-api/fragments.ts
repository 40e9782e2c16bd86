// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ContentEntry, ContentReader, StampedPage } from '@linea-comune/search'

/** How a caller wants an item: which address of the citizens' page it shows, and which fields. */
export interface Shape {
  enteSlug: string | null
  fields: readonly string[] | null
}

export interface Fragments {
  /** Items as JSON text, in the order of the entries; those removed a moment ago are left out. */
  of(entries: readonly ContentEntry[], shapeOf: (entry: ContentEntry) => Shape): Promise<Uint8Array[]>
}

/** Together the texts take at most this much memory, outside the heap of JavaScript; the ones not asked for longest go first. */
const longestMemoryBytes = 64 * 1024 * 1024

type Present = (page: StampedPage, shape: Shape) => Record<string, unknown>

const pick = (item: Record<string, unknown>, fields: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(['id', ...fields.filter((field) => field !== 'id')].map((field) => [field, item[field]]))

/**
 * Items already written out. A list of 25 is put together from pieces in some microseconds, where fetching, parsing, choosing and writing
 * the same 25 takes milliseconds. A piece carries the stamp of the entry it was made of, so an old one is never shown.
 */
export const createFragments = (reader: ContentReader, present: Present, mostBytes = longestMemoryBytes): Fragments => {
  const pieces = new Map<string, Uint8Array>()
  let bytes = 0

  const keyOf = ({ id, stamp }: ContentEntry, { enteSlug, fields }: Shape): string =>
    `${id} ${String(stamp)} ${enteSlug ?? ''} ${fields?.join(',') ?? ''}`

  const remembered = (key: string): Uint8Array | undefined => {
    const piece = pieces.get(key)
    if (piece === undefined) return undefined
    // A Map keeps the order of insertion: what was asked for last stands last.
    pieces.delete(key)
    pieces.set(key, piece)
    return piece
  }

  const remember = (key: string, piece: Uint8Array): void => {
    pieces.set(key, piece)
    bytes += piece.byteLength
    for (const [oldest, { byteLength }] of pieces) {
      if (bytes <= mostBytes) return
      pieces.delete(oldest)
      bytes -= byteLength
    }
  }

  return {
    async of(entries, shapeOf) {
      const wanted = entries.map((entry) => {
        const shape = shapeOf(entry)
        const key = keyOf(entry, shape)
        return { entry, shape, key, piece: remembered(key) }
      })
      const missing = wanted.filter(({ piece }) => piece === undefined)
      const pages = await reader.pages(missing.map(({ entry }) => entry))
      for (const item of missing) {
        const page = pages.get(item.entry.id)
        if (page === undefined) continue
        const whole = present(page, item.shape)
        item.piece = Buffer.from(JSON.stringify(item.shape.fields === null ? whole : pick(whole, item.shape.fields)))
        // A page written again since the entry was read carries another stamp; it is shown, and not remembered under the old one.
        if (page.stamp === item.entry.stamp) remember(item.key, item.piece)
      }
      return wanted.flatMap(({ piece }) => (piece === undefined ? [] : [piece]))
    },
  }
}
