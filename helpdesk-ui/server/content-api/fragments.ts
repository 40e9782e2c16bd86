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

type Item = Record<string, unknown>
type Present = (page: StampedPage, shape: Shape) => Item

const writeOut = (item: Item): Uint8Array => Buffer.from(JSON.stringify(item))

const pick = (item: Item, fields: readonly string[]): Item =>
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

  /** Some fields of an item that is there whole. */
  const narrowed = (entry: ContentEntry, shape: Shape): Uint8Array | undefined => {
    const whole = shape.fields === null ? undefined : remembered(keyOf(entry, { ...shape, fields: null }))
    if (whole === undefined || shape.fields === null) return undefined
    return writeOut(pick(JSON.parse(Buffer.from(whole).toString()) as Item, shape.fields))
  }

  const find = (entry: ContentEntry, shape: Shape): Uint8Array | undefined => {
    const key = keyOf(entry, shape)
    const known = remembered(key)
    if (known !== undefined) return known
    const made = narrowed(entry, shape)
    if (made !== undefined) remember(key, made)
    return made
  }

  /** An item as it is in the index now; what was made of it is kept whole, too, for whoever asks for other fields. */
  const make = (entry: ContentEntry, shape: Shape, page: StampedPage): Uint8Array => {
    const whole = writeOut(present(page, shape))
    // A page written again since the entry was read carries another stamp; it is shown, and not remembered under the old one.
    if (page.stamp === entry.stamp) remember(keyOf(entry, { ...shape, fields: null }), whole)
    return shape.fields === null ? whole : (find(entry, shape) ?? writeOut(pick(present(page, shape), shape.fields)))
  }

  return {
    async of(entries, shapeOf) {
      const wanted = entries.map((entry) => ({ entry, shape: shapeOf(entry), piece: find(entry, shapeOf(entry)) }))
      const pages = await reader.pages(wanted.filter(({ piece }) => piece === undefined).map(({ entry }) => entry))
      return wanted.flatMap(({ entry, shape, piece }) => {
        const page = pages.get(entry.id)
        const made = piece ?? (page === undefined ? undefined : make(entry, shape, page))
        return made === undefined ? [] : [made]
      })
    },
  }
}
