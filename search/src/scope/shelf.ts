// SPDX-License-Identifier: AGPL-3.0-or-later
import { defaultLocale } from '@linea-comune/config'
import type { QuestionDocument } from '../documents/question-document.js'
import type { LexiconEntry } from '../lexicon/entry.js'
import { prepareDocument, type PreparedDocument } from './prepare-document.js'
import type { Workshop } from './workshop.js'

/** What one Ente, or the federation, has published, ready to be ranked. */
export interface Shelf {
  documents: readonly PreparedDocument[]
  /** What its citizens' own words mean. */
  entries: readonly LexiconEntry[]
  /** How many of its documents hold a stem. */
  frequency: (stem: number) => number
  /** Every stem of its documents. */
  vocabulary: Int32Array
  /** Documents, translations not counted. */
  size: number
}

export const createShelf = (workshop: Workshop, documents: readonly QuestionDocument[]): Shelf =>
  toShelf(documents.map((document) => prepareDocument(workshop, document)))

export const toShelf = (documents: readonly PreparedDocument[], entries: readonly LexiconEntry[] = []): Shelf => {
  const frequencies = new Map<number, number>()
  for (const { stems } of documents) for (const stem of new Set(stems)) frequencies.set(stem, (frequencies.get(stem) ?? 0) + 1)
  return {
    documents,
    entries,
    frequency: (stem) => frequencies.get(stem) ?? 0,
    vocabulary: Int32Array.from(frequencies.keys()),
    size: documents.filter(({ locale }) => locale === defaultLocale).length,
  }
}
