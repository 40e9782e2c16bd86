// SPDX-License-Identifier: AGPL-3.0-or-later
import { defaultLocale, locales } from '@linea-comune/config'
import type { ConfirmedQuestion } from '../confirmed/confirmed-question.js'
import type { QuestionDocument } from '../documents/question-document.js'
import { createEntryBook, type EntryBook } from '../lexicon/entry-book.js'
import type { LexiconEntry } from '../lexicon/entry.js'
import { pack } from './pack.js'
import { prepareDocument } from './prepare-document.js'
import { mostDocuments, type Segment } from './segment.js'
import type { Workshop } from './workshop.js'

export interface ShelfPart {
  segment: Segment
  /** 1 for each document that was removed, or whose newer state stands in another part. */
  gone: Uint8Array | null
  /** What is shown of a document. */
  read: (place: number) => QuestionDocument
}

/** What one Ente, or the federation, has published, ready to be ranked. */
export interface Shelf {
  parts: readonly ShelfPart[]
  /** What its citizens' own words mean, and the same to be looked up. */
  entries: readonly LexiconEntry[]
  book: EntryBook
  /** Questions whose answer people confirmed. */
  confirmed: readonly ConfirmedQuestion[]
  /** Documents, translations not counted. */
  size: number
}

/** Most owners have no entries. */
const noBook = createEntryBook([])

const italian = locales.indexOf(defaultLocale)

export const toShelf = (
  parts: readonly ShelfPart[],
  entries: readonly LexiconEntry[] = [],
  confirmed: readonly ConfirmedQuestion[] = [],
): Shelf => {
  let size = 0
  for (const { segment, gone } of parts)
    for (let place = 0; place < segment.size; place++) if (gone?.[place] !== 1 && segment.locale[place] === italian) size += 1
  return { parts, entries, book: entries.length === 0 ? noBook : createEntryBook(entries), confirmed, size }
}

/** How many of its documents hold a stem. */
export const frequencyIn = ({ parts }: Shelf, placeIn: (segment: Segment) => number): number => {
  let frequency = 0
  for (const { segment } of parts) {
    const place = placeIn(segment)
    if (place >= 0) frequency += (segment.postingStart[place + 1] ?? 0) - (segment.postingStart[place] ?? 0)
  }
  return frequency
}

const toRead = (documents: readonly QuestionDocument[], place: number): QuestionDocument => {
  const document = documents[place]
  if (document === undefined) throw new Error(`no document at ${String(place)}`)
  return document
}

/** A shelf that is read once and never changes. */
export const createShelf = (workshop: Workshop, documents: readonly QuestionDocument[]): Shelf => {
  const parts: ShelfPart[] = []
  for (let start = 0; start < documents.length; start += mostDocuments) {
    const some = documents.slice(start, start + mostDocuments)
    const { segment } = pack(
      some.map((document) => prepareDocument(workshop, { ...document, stamp: 0 })),
      workshop.lexicon,
    )
    parts.push({ segment, gone: null, read: (place) => toRead(some, place) })
  }
  return toShelf(parts)
}
