// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Some hundred documents as one piece of memory that is looked up by words, groups of letters and needs: who asks pays for what the
 * question touches, not for every document. It never changes, goes to disk and comes back as it is.
 *
 * `xStart` says where what belongs to an x begins in the lists that follow; it ends where the next x begins. Eight bytes first, then
 * four, two and one, so that each list begins where its kind may.
 */
const parts = {
  /** Of each document: key of its id, of the document that it is a translation of, when it was stamped. */
  id: [Float64Array, 'documents', 0],
  documentId: [Float64Array, 'documents', 0],
  stamp: [Float64Array, 'documents', 0],
  /** Keys of the codes of the Enti that have their own in a document's place. */
  givesWayTo: [Float64Array, 'waysGiven', 0],
  /** Stems by their numbers, ascending; their letters as bits, and where they are written out in `text`. */
  stem: [Int32Array, 'stems', 0],
  stemLetters: [Int32Array, 'stems', 0],
  textStart: [Uint32Array, 'stems', 1],
  /** Documents that hold a stem: how often, weighed by field and length, and where. */
  postingStart: [Uint32Array, 'stems', 1],
  positionStart: [Uint32Array, 'stems', 1],
  occurrences: [Float32Array, 'postings', 0],
  /** Titles and phrasings that hold a stem, and the other way round: places in `stem`. */
  holderStart: [Uint32Array, 'stems', 1],
  phrasingStart: [Uint32Array, 'phrasings', 1],
  /** Groups of letters by their numbers, ascending, and the titles that are written with them. */
  gram: [Int32Array, 'grams', 0],
  gramStart: [Uint32Array, 'grams', 1],
  gramWeight: [Float32Array, 'gramPostings', 0],
  /** Documents that speak of a need. */
  needStart: [Uint32Array, 'needs', 1],
  needWeight: [Float32Array, 'needPostings', 0],
  needNamed: [Float32Array, 'needPostings', 0],
  /** Length of a document's needs as a vector. */
  needLength: [Float32Array, 'documents', 0],
  /** Documents that speak of a topic. */
  topicStart: [Uint32Array, 'topics', 1],
  topicWeight: [Float32Array, 'topicPostings', 0],
  givesWayStart: [Uint32Array, 'documents', 1],
  /** Where a document is written out, behind all this, and where its id is in `idText`. */
  writtenStart: [Uint32Array, 'documents', 1],
  idStart: [Uint32Array, 'documents', 1],
  postingDocument: [Uint16Array, 'postings', 0],
  position: [Uint16Array, 'positions', 0],
  holder: [Uint16Array, 'phrasingStems', 0],
  phrasingStem: [Uint16Array, 'phrasingStems', 0],
  phrasingDocument: [Uint16Array, 'phrasings', 0],
  gramDocument: [Uint16Array, 'gramPostings', 0],
  needDocument: [Uint16Array, 'needPostings', 0],
  topicDocument: [Uint16Array, 'topicPostings', 0],
  mainNeed: [Uint16Array, 'documents', 0],
  /** How many positions there are, with a bit for the title and one for the summary. */
  posting: [Uint8Array, 'postings', 0],
  locale: [Uint8Array, 'documents', 0],
  answers: [Uint8Array, 'documents', 0],
  text: [Uint8Array, 'letters', 0],
  idText: [Uint8Array, 'idLetters', 0],
} as const

type Part = keyof typeof parts
type Count = (typeof parts)[Part][1]
export type Counts = Record<Count, number>
export type Segment = { [P in Part]: InstanceType<(typeof parts)[P][0]> } & { size: number }

export const mostDocuments = 500
export const noNeed = 65_535
export const inTitle = 0x80
export const inSummary = 0x40
export const mostPositions = 0x3f

const countNames = [...new Set(Object.values(parts).map(([, count]) => count))]
const headBytes = countNames.length * 4 + ((countNames.length * 4) % 8)

const layout = Object.entries(parts)

const allot = (buffer: ArrayBuffer, counts: Counts): Segment => {
  let at = headBytes
  const segment: Record<string, unknown> = { size: counts.documents }
  for (const [part, [kind, count, more]] of layout) {
    const list = new kind(buffer, at, counts[count] + more)
    at += list.byteLength
    segment[part] = list
  }
  // Each part has its list.
  return segment as Segment
}

/** Room for a segment, everything in it 0. */
export const newSegment = (counts: Counts): { buffer: ArrayBuffer; segment: Segment } => {
  const bytes = Object.values(parts).reduce((sum, [kind, count, more]) => sum + kind.BYTES_PER_ELEMENT * (counts[count] + more), headBytes)
  const buffer = new ArrayBuffer(bytes)
  new Uint32Array(buffer, 0, countNames.length).set(countNames.map((name) => counts[name]))
  return { buffer, segment: allot(buffer, counts) }
}

export const openSegment = (buffer: ArrayBuffer): Segment => {
  const head = new Uint32Array(buffer, 0, countNames.length)
  return allot(buffer, Object.fromEntries(countNames.map((name, index) => [name, head[index] ?? 0])) as Counts)
}

/** Place of a number in an ascending list; -1 when it is not there. */
export const placeOf = (list: Int32Array, wanted: number): number => {
  let low = 0
  let high = list.length - 1
  while (low <= high) {
    const middle = (low + high) >>> 1
    const found = list[middle] ?? 0
    if (found === wanted) return middle
    if (found < wanted) low = middle + 1
    else high = middle - 1
  }
  return -1
}

/** What the index calls a document, without reading it. */
export const idAt = ({ idText, idStart }: Segment, place: number): string =>
  Buffer.from(idText.buffer, idText.byteOffset, idText.byteLength).toString('utf8', idStart[place], idStart[place + 1])
