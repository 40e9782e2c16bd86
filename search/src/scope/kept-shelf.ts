// SPDX-License-Identifier: AGPL-3.0-or-later
import { setImmediate as breathe } from 'node:timers/promises'
import { keyOf } from '../analysis/number-of.js'
import type { QuestionDocument, StampedQuestion } from '../documents/question-document.js'
import type { StampedRecord } from '../documents/to-documents.js'
import { changeEntries, usableConfirmed, usableEntries, type KeptEntries, type StampedSaying } from './kept-entries.js'
import { pack, type Packed } from './pack.js'
import { prepareDocument, type PreparedDocument } from './prepare-document.js'
import { mostDocuments, openSegment, type Segment } from './segment.js'
import { toShelf, type Shelf } from './shelf.js'
import type { Extent, Spill } from './spill.js'
import type { Workshop } from './workshop.js'

/** A part of a shelf, with where it lies on disk. Its documents are written out there and nowhere else. */
interface KeptPart {
  gone: Uint8Array | null
  /** Without a disk everything stays in memory. */
  lies: { segment: Extent; written: Extent } | null
  /** For whoever is done with it before anything else happens: `close` may lend its memory to another. */
  open: () => Segment
  close: (segment: Segment) => void
  size: number
  read: (place: number) => QuestionDocument
  bytes: number
}

/** One owner's documents and entries: in memory while they are asked for, on disk meanwhile. Never changed in place: a change makes a new one. */
export interface KeptShelf {
  parts: readonly KeptPart[]
  /** Of the last part, while there are few: what changes next is put together with them. */
  recent: readonly PreparedDocument[]
  entries: KeptEntries
}

export const emptyShelf: KeptShelf = { parts: [], recent: [], entries: new Map() }

/** An Ente that changes often would otherwise have a part for each change. */
const mostRecent = 64
/** Then it is time to make one piece of it again. */
const mostParts = 8
const sliceMs = 4

export const isScattered = ({ parts }: KeptShelf): boolean =>
  parts.length > mostParts + parts.reduce((sum, { bytes }) => sum + bytes, 0) / 500_000

export const openShelf = ({ parts, entries }: KeptShelf): Shelf =>
  toShelf(
    parts.map(({ open, gone, read }) => ({ segment: open(), gone, read })),
    usableEntries(entries),
    usableConfirmed(entries),
  )

/** Gives back the memory of a shelf that nobody will look at any more. */
export const closeShelf = ({ parts }: KeptShelf, opened: Shelf): void => {
  parts.forEach(({ close }, index) => {
    const part = opened.parts[index]
    if (part !== undefined) close(part.segment)
  })
}

/** Where a living document stands; an entry stands in no part. */
export type Standing = { part: number; place: number; stamp: number } | { part: null; stamp: number }

/** Where the living documents and the entries stand, by the keys of their ids. */
export const placesIn = ({ entries }: KeptShelf, { parts }: Shelf): Map<number, Standing> => {
  const places = new Map<number, Standing>()
  parts.forEach(({ segment, gone }, part) => {
    for (let place = 0; place < segment.size; place++)
      if (gone?.[place] !== 1) places.set(segment.id[place] ?? 0, { part, place, stamp: segment.stamp[place] ?? 0 })
  })
  for (const [key, { stamp }] of entries) places.set(key, { part: null, stamp })
  return places
}

// Functions of their own, since whatever a function makes keeps alive all that any other made in it uses.

const inMemory = ({ buffer, segment, written }: Packed): KeptPart => ({
  gone: null,
  lies: null,
  open: () => segment,
  close: () => undefined,
  size: segment.size,
  read: (place) => parse(written.subarray(segment.writtenStart[place], segment.writtenStart[place + 1])),
  bytes: buffer.byteLength,
})

const onDisk = ({ buffer, segment, written }: Packed, spill: Spill): KeptPart =>
  lyingAt(
    spill,
    { segment: spill.write(new Uint8Array(buffer)), written: spill.write(written) },
    segment.writtenStart.slice(),
    buffer.byteLength,
  )

const lyingAt = (spill: Spill, lies: { segment: Extent; written: Extent }, starts: Uint32Array, bytes: number): KeptPart => ({
  gone: null,
  lies,
  open: () => openSegment(spill.borrow(lies.segment)),
  // A segment from disk has its memory for itself.
  close: ({ id: { buffer } }) => {
    if (buffer instanceof ArrayBuffer) spill.giveBack(buffer)
  },
  size: starts.length - 1,
  read: (place) => {
    const from = starts[place] ?? 0
    return parse(spill.read({ start: lies.written.start + from, length: (starts[place + 1] ?? 0) - from }))
  },
  bytes,
})

const parse = (bytes: Buffer): QuestionDocument => JSON.parse(bytes.toString()) as QuestionDocument

export interface ShelfMaker {
  /** With these besides. */
  extend: (shelf: KeptShelf, records: readonly StampedRecord[]) => Promise<KeptShelf>
  /**
   * With newer states of some, and without those that were removed.
   * @param places of all that stand in it
   */
  change: (
    shelf: KeptShelf,
    places: ReadonlyMap<number, Standing>,
    news: readonly StampedRecord[],
    removed: ReadonlySet<number>,
  ) => Promise<KeptShelf>
  /** Gives back the room of what `newer` has no more. */
  forget: (shelf: KeptShelf, newer: KeptShelf) => void
}

const isSaying = (record: StampedRecord): record is StampedSaying => record.kind === 'lexicon-entry' || record.kind === 'confirmed-question'

const split = (records: readonly StampedRecord[]): { documents: StampedQuestion[]; entries: StampedSaying[] } => ({
  documents: records.flatMap((record) => (isSaying(record) ? [] : [record])),
  entries: records.filter(isSaying),
})

/** @param onError is told of entries that cannot be used */
export const createShelfMaker = (workshop: Workshop, spill: Spill | null, onError: (error: unknown) => void): ShelfMaker => {
  let busy: Promise<unknown> = Promise.resolve()

  /** Preparing is work: a little at a time, one shelf after the other, so that who is answered meanwhile waits for milliseconds. */
  const prepare = (documents: readonly StampedQuestion[]): Promise<PreparedDocument[]> => {
    const work = async (): Promise<PreparedDocument[]> => {
      const prepared: PreparedDocument[] = []
      let until = performance.now() + sliceMs
      for (const document of documents) {
        prepared.push(prepareDocument(workshop, document))
        if (performance.now() < until) continue
        await breathe()
        until = performance.now() + sliceMs
      }
      return prepared
    }
    const done = busy.then(work)
    busy = done.catch(() => undefined)
    return done
  }

  const toPart = (documents: readonly PreparedDocument[]): KeptPart => {
    const packed = pack(documents, workshop.lexicon)
    return spill === null ? inMemory(packed) : onDisk(packed, spill)
  }

  const toParts = async (documents: readonly PreparedDocument[]): Promise<KeptPart[]> => {
    const parts: KeptPart[] = []
    for (let start = 0; start < documents.length; start += mostDocuments) {
      parts.push(toPart(documents.slice(start, start + mostDocuments)))
      await breathe()
    }
    return parts
  }

  return {
    extend: async ({ parts, entries }, records) => {
      const more = split(records)
      return {
        parts: [...parts, ...(await toParts(await prepare(more.documents)))],
        recent: [],
        entries: changeEntries(entries, more.entries, [], onError),
      }
    },
    change: async (shelf, places, records, removed) => {
      const news = split(records)
      const entries = changeEntries(shelf.entries, news.entries, removed, onError)
      const ended = new Set([...removed, ...news.documents.map(({ id }) => keyOf(id))])
      // Citizens' words change without a text.
      if ([...ended].every((key) => shelf.entries.has(key))) return { ...shelf, entries }
      const gone = shelf.parts.map((part) => part.gone)
      const copied = new Set<number>()
      for (const key of ended) {
        const found = places.get(key)
        if (found?.part == null) continue
        const { part, place } = found
        if (!copied.has(part)) gone[part] = gone[part]?.slice() ?? new Uint8Array(shelf.parts[part]?.size ?? 0)
        copied.add(part)
        const list = gone[part]
        if (list !== null && list !== undefined) list[place] = 1
      }
      const parts = shelf.parts.map((part, index) => ({ ...part, gone: gone[index] ?? null }))
      const fresh = await prepare(news.documents)
      const kept = shelf.recent.filter(({ document }) => !ended.has(keyOf(document.id)))
      const recent = [...kept, ...fresh]
      const standing = shelf.recent.length > 0 ? parts.slice(0, -1) : parts
      return { parts: [...standing, ...(await toParts(recent))], recent: recent.length <= mostRecent ? recent : [], entries }
    },
    forget: ({ parts }, newer) => {
      const kept = new Set(newer.parts.flatMap(({ lies }) => (lies === null ? [] : [lies])))
      for (const { lies } of parts)
        if (lies !== null && !kept.has(lies)) {
          spill?.free(lies.segment)
          spill?.free(lies.written)
        }
    },
  }
}
