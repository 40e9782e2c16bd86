// SPDX-License-Identifier: AGPL-3.0-or-later
import type { PreparedDocument } from './prepare-document.js'
import type { Shelf } from './shelf.js'

/** What citizens of one Ente may be answered from: its own texts, and the federation's where it has nothing in their place. */
export interface Scope {
  documents: readonly PreparedDocument[]
  shelves: readonly Shelf[]
  /** Some document holds this stem. */
  isWritten: (stem: number) => boolean
  /** How much a word tells these documents apart: higher the fewer hold it. */
  rarity: (stem: number) => number
  /** The same of a word that no document holds. */
  rarityOfUnknown: number
}

export const createScope = (enteCode: string, own: Shelf, federation: Shelf): Scope => {
  const documents = [...own.documents, ...federation.documents.filter(({ givesWayTo }) => !givesWayTo.includes(enteCode))]
  const size = Math.max(1, own.size + federation.size)
  const rarity = (frequency: number): number => Math.log(1 + Math.max(0.5, size - frequency + 0.5) / (frequency + 0.5))
  return {
    documents,
    shelves: [own, federation],
    isWritten: (stem) => own.frequency(stem) + federation.frequency(stem) > 0,
    rarity: (stem) => rarity(own.frequency(stem) + federation.frequency(stem)),
    rarityOfUnknown: rarity(1),
  }
}
