// SPDX-License-Identifier: AGPL-3.0-or-later
import { keyOf } from '../analysis/number-of.js'
import type { Vocabulary } from '../analysis/spelling.js'
import type { EntryBook } from '../lexicon/entry-book.js'
import { placeOf, type Segment } from './segment.js'
import { frequencyIn, type Shelf, type ShelfPart } from './shelf.js'
import { holdsTogether } from './side-by-side.js'

export interface ScopePart {
  segment: Segment
  own: boolean
  /** 1 for each document that citizens of this Ente are not answered from. */
  hidden: Uint8Array | null
  read: ShelfPart['read']
  /** How much a title or phrasing of this part holds, rare words counting more. */
  phrasingWeight: (phrasing: number) => number
}

/** What citizens of one Ente may be answered from: its own texts, and the federation's where it has nothing in their place. */
export interface Scope {
  parts: readonly ScopePart[]
  /** The Ente's, then the federation's. */
  shelves: readonly [Shelf, Shelf]
  /** What citizens' own words mean: the Ente's, then the federation's. */
  books: readonly EntryBook[]
  /** Words of the Ente's texts, and of the federation's. */
  vocabularies: readonly Vocabulary[]
  /** Some document holds this stem. */
  isWritten: (stem: number) => boolean
  /** Some document holds these stems, side by side. */
  isWrittenTogether: (stems: readonly number[]) => boolean
  /** How much a word tells these documents apart: higher the fewer hold it. */
  rarity: (stem: number) => number
  /** The same of a word that no document holds. */
  rarityOfUnknown: number
}

/** What each word of a phrasing counts at least, however common it is. */
export const leastRarity = 0.7

const hiddenIn = ({ segment, gone }: ShelfPart, enteCode: string): Uint8Array | null => {
  if (segment.givesWayTo.length === 0) return gone
  const ente = keyOf(enteCode)
  const hidden = gone?.slice() ?? new Uint8Array(segment.size)
  for (let place = 0; place < segment.size; place++)
    for (let at = segment.givesWayStart[place] ?? 0; at < (segment.givesWayStart[place + 1] ?? 0); at++)
      if (segment.givesWayTo[at] === ente) hidden[place] = 1
  return hidden
}

const vocabularyOf = ({ stemLetters, textStart, text, postingStart }: Segment): Vocabulary => {
  const bytes = Buffer.from(text.buffer, text.byteOffset, text.byteLength)
  return {
    letters: stemLetters,
    // In bytes, which are letters in folded Italian.
    length: (place) => (textStart[place + 1] ?? 0) - (textStart[place] ?? 0),
    text: (place) => bytes.toString('utf8', textStart[place], textStart[place + 1]),
    commonness: (place) => (postingStart[place + 1] ?? 0) - (postingStart[place] ?? 0),
  }
}

export const createScope = (enteCode: string, own: Shelf, federation: Shelf): Scope => {
  const size = Math.max(1, own.size + federation.size)
  const rarityAt = (frequency: number): number => Math.log(1 + Math.max(0.5, size - frequency + 0.5) / (frequency + 0.5))
  const frequency = (stem: number): number => {
    const placeIn = (segment: Segment): number => placeOf(segment.stem, stem)
    return frequencyIn(own, placeIn) + frequencyIn(federation, placeIn)
  }
  const rarity = (stem: number): number => rarityAt(frequency(stem))
  const toPart = (part: ShelfPart, isOwn: boolean): ScopePart => ({
    segment: part.segment,
    own: isOwn,
    hidden: isOwn ? part.gone : hiddenIn(part, enteCode),
    read: part.read,
    phrasingWeight: phrasingWeights(part.segment, rarity),
  })
  const parts = [...own.parts.map((part) => toPart(part, true)), ...federation.parts.map((part) => toPart(part, false))]
  return {
    parts,
    shelves: [own, federation],
    books: [own.book, federation.book],
    vocabularies: [...own.parts, ...federation.parts].map(({ segment }) => vocabularyOf(segment)),
    isWritten: (stem) => frequency(stem) > 0,
    isWrittenTogether: (stems) => parts.some(({ segment, hidden }) => holdsTogether(segment, hidden, stems)),
    rarity,
    rarityOfUnknown: rarityAt(1),
  }
}

/** Worked out when a question first touches a word or a phrasing: few are ever touched. */
const phrasingWeights = (segment: Segment, rarity: (stem: number) => number): ((phrasing: number) => number) => {
  let words: Float32Array | null = null
  let phrasings: Float32Array | null = null
  return (phrasing) => {
    words ??= new Float32Array(segment.stem.length)
    phrasings ??= new Float32Array(segment.phrasingDocument.length).fill(-1)
    const known = phrasings[phrasing] ?? -1
    if (known >= 0) return known
    let sum = 0
    for (let at = segment.phrasingStart[phrasing] ?? 0; at < (segment.phrasingStart[phrasing + 1] ?? 0); at++) {
      const word = segment.phrasingStem[at] ?? 0
      const remembered = words[word] ?? 0
      const weight = remembered > 0 ? remembered : leastRarity + rarity(segment.stem[word] ?? 0)
      words[word] = weight
      sum += weight
    }
    phrasings[phrasing] = sum
    return sum
  }
}
