// SPDX-License-Identifier: AGPL-3.0-or-later
import { locales } from '@linea-comune/config'
import { keyOf, numberOf } from '../analysis/number-of.js'
import { lettersOf } from '../analysis/letters.js'
import { bm25, fieldWeights, otherLength, typicalLengths } from '../answer/field-weights.js'
import type { Lexicon } from '../lexicon/lexicon.js'
import type { PreparedDocument } from './prepare-document.js'
import { inSummary, inTitle, mostPositions, newSegment, noNeed, type Segment } from './segment.js'

export interface Packed {
  buffer: ArrayBuffer
  segment: Segment
  /** The documents written out, one after the other. */
  written: Buffer
}

/** Words further on than this are found, but not as neighbours of others. */
const lastPosition = 65_535
/** Between two fields nothing stands side by side. */
const gap = 2

/** Puts documents together into one segment. */
export const pack = (documents: readonly PreparedDocument[], { needs, topicCount }: Pick<Lexicon, 'needs' | 'topicCount'>): Packed => {
  const vocabulary = vocabularyOf(documents)
  const written = documents.map(({ document }) => Buffer.from(JSON.stringify(document)))
  const grams = Int32Array.from(new Set(documents.flatMap(({ title }) => [...title.grams]))).sort()
  const counts = {
    documents: documents.length,
    stems: vocabulary.stems.length,
    ...countWords(documents, vocabulary.places),
    phrasings: documents.reduce((sum, { phrasings }) => sum + phrasings.length, 0),
    phrasingStems: documents.reduce((sum, { phrasings }) => sum + phrasings.reduce((words, { length }) => words + length, 0), 0),
    grams: grams.length,
    gramPostings: documents.reduce((sum, { title }) => sum + title.grams.length, 0),
    needs: needs.length,
    needPostings: documents.reduce((sum, { needs }) => sum + needs.needs.length, 0),
    topics: topicCount,
    topicPostings: documents.reduce((sum, { topics }) => sum + topics.topics.length, 0),
    waysGiven: documents.reduce((sum, { document }) => sum + document.givesWayTo.length, 0),
    letters: vocabulary.stems.reduce((sum, stem) => sum + Buffer.byteLength(stem), 0),
    idLetters: documents.reduce((sum, { document }) => sum + Buffer.byteLength(document.id), 0),
  }
  const { buffer, segment } = newSegment(counts)
  putTexts(segment.text, segment.textStart, vocabulary.stems)
  putTexts(
    segment.idText,
    segment.idStart,
    documents.map(({ document }) => document.id),
  )
  putVocabulary(segment, vocabulary.stems)
  putWords(segment, documents, vocabulary.places)
  putPhrasings(segment, documents, vocabulary.places)
  putGrams(segment, documents, grams)
  putNeeds(segment, documents)
  putTopics(segment, documents)
  documents.forEach(({ document, answers }, place) => {
    segment.id[place] = keyOf(document.id)
    segment.documentId[place] = keyOf(document.documentId)
    segment.stamp[place] = document.stamp
    segment.givesWayTo.set(document.givesWayTo.map(keyOf), segment.givesWayStart[place])
    segment.givesWayStart[place + 1] = (segment.givesWayStart[place] ?? 0) + document.givesWayTo.length
    segment.locale[place] = locales.indexOf(document.locale)
    segment.answers[place] = answers
    segment.writtenStart[place + 1] = (segment.writtenStart[place] ?? 0) + (written[place]?.length ?? 0)
  })
  return { buffer, segment, written: Buffer.concat(written) }
}

type Places = ReadonlyMap<string, number>

const vocabularyOf = (documents: readonly PreparedDocument[]): { stems: string[]; places: Places } => {
  const numbers = new Map<string, number>()
  const add = (stem: string): void => {
    if (!numbers.has(stem)) numbers.set(stem, numberOf(stem))
  }
  for (const { fields, phrasings } of documents) {
    for (const { stems } of fields) stems.forEach(add)
    for (const stems of phrasings) stems.forEach(add)
  }
  const stems = [...numbers.keys()].sort((a, b) => (numbers.get(a) ?? 0) - (numbers.get(b) ?? 0))
  return { stems, places: new Map(stems.map((stem, place) => [stem, place])) }
}

/** Walks through all words: `begins` says that a document holds this one for the first time. */
const eachWord = (
  documents: readonly PreparedDocument[],
  places: Places,
  use: (word: { stem: number; document: number; begins: boolean; position: number | null; field: number; worth: number }) => void,
): void => {
  const lastDocument = new Int32Array(places.size).fill(-1)
  const times = new Uint16Array(places.size)
  const word = { stem: 0, document: 0, begins: false, position: null as number | null, field: 0, worth: 0 }
  documents.forEach(({ fields }, document) => {
    let position = 0
    for (const { field, stems } of fields) {
      word.worth = fieldWeights[field] / (1 - bm25.b + (bm25.b * stems.length) / (typicalLengths[field] ?? otherLength))
      word.field = field === 'sTitle' ? inTitle | inSummary : field === 'sSummary' ? inSummary : 0
      for (const text of stems) {
        const stem = places.get(text) ?? 0
        word.stem = stem
        word.document = document
        word.begins = lastDocument[stem] !== document
        if (word.begins) times[stem] = 0
        lastDocument[stem] = document
        const found = times[stem] ?? 0
        word.position = found < mostPositions && position <= lastPosition ? position : null
        if (word.position !== null) times[stem] = found + 1
        use(word)
        position += 1
      }
      position += gap
    }
  })
}

const countWords = (documents: readonly PreparedDocument[], places: Places): { postings: number; positions: number } => {
  const counts = { postings: 0, positions: 0 }
  eachWord(documents, places, ({ begins, position }) => {
    if (begins) counts.postings += 1
    if (position !== null) counts.positions += 1
  })
  return counts
}

const putTexts = (text: Uint8Array, starts: Uint32Array, texts: readonly string[]): void => {
  const bytes = Buffer.from(text.buffer, text.byteOffset, text.byteLength)
  texts.forEach((written, place) => {
    const start = starts[place] ?? 0
    starts[place + 1] = start + bytes.write(written, start)
  })
}

const putVocabulary = ({ stem, stemLetters }: Segment, stems: readonly string[]): void => {
  stems.forEach((written, place) => {
    stem[place] = numberOf(written)
    stemLetters[place] = lettersOf(written)
  })
}

const add = (list: Uint32Array, place: number, count: number): void => void (list[place] = (list[place] ?? 0) + count)

/** Counts become the places where each begins; answers a copy to go on from. */
const toStarts = (starts: Uint32Array): Uint32Array => {
  for (let place = 1; place < starts.length; place++) add(starts, place, starts[place - 1] ?? 0)
  return starts.slice()
}

const take = (next: Uint32Array, place: number): number => {
  const at = next[place] ?? 0
  next[place] = at + 1
  return at
}

const putWords = (segment: Segment, documents: readonly PreparedDocument[], places: Places): void => {
  const { postingStart, positionStart, postingDocument, occurrences, posting, position: positions } = segment
  eachWord(documents, places, ({ stem, begins, position }) => {
    if (begins) add(postingStart, stem + 1, 1)
    if (position !== null) add(positionStart, stem + 1, 1)
  })
  const nextPosting = toStarts(postingStart)
  const nextPosition = toStarts(positionStart)
  eachWord(documents, places, ({ stem, document, begins, position, field, worth }) => {
    const at = begins ? take(nextPosting, stem) : (nextPosting[stem] ?? 0) - 1
    postingDocument[at] = document
    occurrences[at] = (occurrences[at] ?? 0) + worth
    posting[at] = ((posting[at] ?? 0) | field) + (position === null ? 0 : 1)
    if (position !== null) positions[take(nextPosition, stem)] = position
  })
}

const putPhrasings = (segment: Segment, documents: readonly PreparedDocument[], places: Places): void => {
  const { phrasingStart, phrasingDocument, phrasingStem, holderStart, holder } = segment
  let phrasing = 0
  documents.forEach(({ phrasings }, document) => {
    for (const stems of phrasings) {
      phrasingDocument[phrasing] = document
      let at = phrasingStart[phrasing] ?? 0
      for (const stem of stems) {
        const place = places.get(stem) ?? 0
        phrasingStem[at++] = place
        add(holderStart, place + 1, 1)
      }
      phrasingStart[++phrasing] = at
    }
  })
  const next = toStarts(holderStart)
  for (let number = 0; number < phrasing; number++)
    for (let at = phrasingStart[number] ?? 0; at < (phrasingStart[number + 1] ?? 0); at++)
      holder[take(next, phrasingStem[at] ?? 0)] = number
}

const putGrams = (
  { gram, gramStart, gramDocument, gramWeight }: Segment,
  documents: readonly PreparedDocument[],
  grams: Int32Array,
): void => {
  gram.set(grams)
  const places = new Map(Array.from(grams, (number, place) => [number, place]))
  for (const { title } of documents) for (const number of title.grams) add(gramStart, (places.get(number) ?? 0) + 1, 1)
  const next = toStarts(gramStart)
  documents.forEach(({ title }, document) => {
    title.grams.forEach((number, index) => {
      const at = take(next, places.get(number) ?? 0)
      gramDocument[at] = document
      gramWeight[at] = title.weights[index] ?? 0
    })
  })
}

const putNeeds = (segment: Segment, documents: readonly PreparedDocument[]): void => {
  const { needStart, needDocument, needWeight, needNamed, needLength, mainNeed } = segment
  for (const { needs } of documents) for (const need of needs.needs) add(needStart, need + 1, 1)
  const next = toStarts(needStart)
  documents.forEach(({ needs, named }, document) => {
    needLength[document] = needs.length
    mainNeed[document] = needs.needs[0] ?? noNeed
    needs.needs.forEach((need, index) => {
      const at = take(next, need)
      needDocument[at] = document
      needWeight[at] = needs.weights[index] ?? 0
      needNamed[at] = named[index] ?? 0
    })
  })
}

const putTopics = ({ topicStart, topicDocument, topicWeight }: Segment, documents: readonly PreparedDocument[]): void => {
  for (const { topics } of documents) for (const topic of topics.topics) add(topicStart, topic + 1, 1)
  const next = toStarts(topicStart)
  documents.forEach(({ topics }, document) => {
    topics.topics.forEach((topic, index) => {
      const at = take(next, topic)
      topicDocument[at] = document
      topicWeight[at] = topics.weights[index] ?? 0
    })
  })
}
