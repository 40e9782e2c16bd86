// SPDX-License-Identifier: AGPL-3.0-or-later
import { createEntryBook, type EntryBook } from '../lexicon/entry-book.js'
import type { PreparedDocument } from './prepare-document.js'
import type { Shelf } from './shelf.js'

/** What citizens of one Ente may be answered from: its own texts, and the federation's where it has nothing in their place. */
export interface Scope {
  documents: readonly PreparedDocument[]
  /** The Ente's, then the federation's. */
  shelves: readonly [Shelf, Shelf]
  /** What citizens' own words mean: the Ente's, then the federation's. */
  books: readonly EntryBook[]
  /** Some document holds this stem. */
  isWritten: (stem: number) => boolean
  /** Some document holds these stems, side by side. */
  isWrittenTogether: (stems: readonly number[]) => boolean
  /** How much a word tells these documents apart: higher the fewer hold it. */
  rarity: (stem: number) => number
  /** The same of a word that no document holds. */
  rarityOfUnknown: number
}

export const createScope = (enteCode: string, own: Shelf, federation: Shelf): Scope => {
  const documents = [...own.documents, ...federation.documents.filter(({ givesWayTo }) => !givesWayTo.includes(enteCode))]
  const size = Math.max(1, own.size + federation.size)
  const rarity = (frequency: number): number => Math.log(1 + Math.max(0.5, size - frequency + 0.5) / (frequency + 0.5))
  const isWritten = (stem: number): boolean => own.frequency(stem) + federation.frequency(stem) > 0
  return {
    documents,
    shelves: [own, federation],
    books: [createEntryBook(own.entries), createEntryBook(federation.entries)],
    isWritten,
    isWrittenTogether: (stems) =>
      stems.every(isWritten) && (stems.length === 1 || documents.some((document) => holdsTogether(document, stems))),
    rarity: (stem) => rarity(own.frequency(stem) + federation.frequency(stem)),
    rarityOfUnknown: rarity(1),
  }
}

const holdsTogether = ({ stems: held }: PreparedDocument, [first = -1, ...others]: readonly number[]): boolean => {
  for (let at = held.indexOf(first); at !== -1; at = held.indexOf(first, at + 1))
    if (others.every((stem, index) => held[at + 1 + index] === stem)) return true
  return false
}
