// SPDX-License-Identifier: AGPL-3.0-or-later
import { intentBits } from '../analysis/intents.js'
import { inSummary, inTitle, mostPositions, noNeed, placeOf, type Segment } from '../scope/segment.js'
import { leastRarity, type Scope, type ScopePart } from '../scope/scope.js'
import { featureNames, type Feature } from './feature-names.js'
import { bm25 } from './field-weights.js'
import type { Understood } from './understand.js'

/** Every document of a scope with what speaks for it, as columns: place by place in the order of the scope's parts. */
export interface Evidence {
  size: number
  /** They may go on behind the last document. */
  columns: Record<Feature, Float64Array>
  /** Where the documents of each part begin. */
  starts: readonly number[]
}

/** What does not depend on the documents, worked out once for each question. */
interface Asked {
  question: Understood
  /** Numbers of the stems of each concept; a stem belongs to the first that has it. */
  stems: readonly (readonly number[])[]
  total: number
  /** What a word of the question is worth in a phrasing, by its number, and how much less than usual. */
  weights: ReadonlyMap<number, { weight: number; less: number }>
  askedWeight: number
  /** Concepts that stand side by side in the question. */
  followers: readonly (readonly [number, number])[]
  needWeights: Float32Array
  needTotal: number
  aroundLength: number
  intents: number
}

const roomFor = (size: number): Evidence['columns'] =>
  // Every name has its column.
  Object.fromEntries(featureNames.map((name) => [name, new Float64Array(size)])) as Evidence['columns']

/** Kept from question to question: a large Ente's would be a megabyte of waste for each. As long as the largest scope so far. */
let room = roomFor(0)

/** Reads every document of a scope with one question in mind; who says nothing of it costs nothing. The next call writes over the answer. */
export const readScope = (question: Understood, scope: Scope): Evidence => {
  const starts: number[] = []
  let size = 0
  for (const { segment } of scope.parts) {
    starts.push(size)
    size += segment.size
  }
  if (room.own.length < size) room = roomFor(size)
  else for (const name of featureNames) room[name].fill(0, 0, size)
  const columns = room
  const asked = toAsked(question, scope)
  scope.parts.forEach((part, index) => {
    const from = starts[index] ?? 0
    const places = asked.stems.map((stems) => stems.map((stem) => placeOf(part.segment.stem, stem)).filter((place) => place >= 0))
    readWords(asked, part.segment, places, columns, from)
    readNeighbours(asked, part.segment, places, columns.order, from)
    readPhrasings(asked, part, places, columns.likeness, from)
    readLetters(question, part.segment, columns.letters, from)
    readNeeds(asked, part.segment, columns, from)
    readTopics(question, part.segment, columns.topics, from)
    for (let place = 0; place < part.segment.size; place++) {
      columns.intent[from + place] = ((part.segment.answers[place] ?? 0) & asked.intents) === 0 ? 0 : 1
      columns.own[from + place] = part.own ? 1 : 0
    }
  })
  return { size, columns, starts }
}

/** What the words of a question are worth together, roughly: brings the sum near the other features. */
const usualWorth = 12

const toAsked = (question: Understood, scope: Scope): Asked => {
  const { concepts, sequence, needs } = question
  const taken = new Set<number>()
  const stems = concepts.map((concept) =>
    concept.stems.filter((stem) => {
      const isNew = !taken.has(stem)
      taken.add(stem)
      return isNew
    }),
  )
  const weights: Asked['weights'] = new Map(
    concepts.flatMap((concept) =>
      concept.stems.map((stem) => {
        const usual = leastRarity + scope.rarity(stem)
        const weight = (concept.weight < 0.5 ? concept.weight : 1) * usual
        return [stem, { weight, less: usual - weight }] as const
      }),
    ),
  )
  const first = new Set(concepts.flatMap((concept) => concept.stems.slice(0, 1)))
  const unfound = concepts.reduce(
    (sum, concept) => (concept.stems.length === 0 ? sum + concept.weight * (leastRarity + scope.rarityOfUnknown) : sum),
    0,
  )
  const followers = new Map(
    sequence.slice(1).map((place, index) => [(sequence[index] ?? 0) * 4096 + place, [sequence[index] ?? 0, place] as const]),
  )
  const needWeights = new Float32Array(scope.parts[0] === undefined ? 0 : scope.parts[0].segment.needStart.length - 1)
  needs.needs.forEach((need, index) => (needWeights[need] = needs.weights[index] ?? 0))
  return {
    question,
    stems,
    total: concepts.reduce((sum, { worth }) => sum + worth, 0) || 1,
    weights,
    askedWeight: [...first].reduce((sum, stem) => sum + (weights.get(stem)?.weight ?? 0), unfound),
    followers: [...followers.values()],
    needWeights,
    needTotal: needs.weights.reduce((sum, weight) => sum + weight * weight, 0) || 1,
    aroundLength: Math.sqrt([...question.around.values()].reduce((sum, weight) => sum + weight * weight, 0)) || 1,
    intents: intentBits(question.intents),
  }
}

type Columns = Evidence['columns']
/** For each concept, where its stems stand in a segment. */
type Places = readonly (readonly number[])[]

const plus = (list: Float64Array, place: number, value: number): void => void (list[place] = (list[place] ?? 0) + value)

/** How often each document says each concept, and where. */
const readWords = ({ question, total }: Asked, segment: Segment, places: Places, columns: Columns, from: number): void => {
  const { postingStart, postingDocument, occurrences, posting } = segment
  const { coverage, titleCoverage, summaryCoverage } = columns
  question.concepts.forEach(({ worth }, concept) => {
    const [first, ...others] = places[concept] ?? []
    if (first === undefined) return
    const share = worth / total
    const say = (place: number, said: number, where: number): void => {
      const document = from + place
      plus(coverage, document, share)
      plus(columns.bm25, document, (worth * said) / (bm25.k1 + said) / usualWorth)
      if ((where & inTitle) !== 0) plus(titleCoverage, document, share)
      if ((where & inSummary) !== 0) plus(summaryCoverage, document, share)
    }
    if (others.length === 0) {
      for (let at = postingStart[first] ?? 0, end = postingStart[first + 1] ?? 0; at < end; at++)
        say(postingDocument[at] ?? 0, occurrences[at] ?? 0, posting[at] ?? 0)
      return
    }
    const sums = new Map<number, { said: number; where: number }>()
    for (const stem of [first, ...others])
      for (let at = postingStart[stem] ?? 0, end = postingStart[stem + 1] ?? 0; at < end; at++) {
        const document = postingDocument[at] ?? 0
        const { said, where } = sums.get(document) ?? { said: 0, where: 0 }
        sums.set(document, { said: said + (occurrences[at] ?? 0), where: where | (posting[at] ?? 0) })
      }
    for (const [document, { said, where }] of sums) say(document, said, where)
  })
}

/** Which words of the question stand side by side in a document as they do in the question. */
const readNeighbours = ({ followers }: Asked, segment: Segment, places: Places, order: Float64Array, from: number): void => {
  const share = 1 / Math.max(1, followers.length)
  for (const [before, after] of followers) {
    const [lefts, rights] = [places[before] ?? [], places[after] ?? []]
    if (lefts.length * rights.length === 0) continue
    const found = new Set<number>()
    for (const left of lefts) for (const right of rights) findNeighbours(segment, left, right, found)
    for (const document of found) plus(order, from + document, share)
  }
}

/** Both lists of documents ascend, and so do the positions in each: one walk through both. */
const findNeighbours = (segment: Segment, left: number, right: number, found: Set<number>): void => {
  const { postingStart, positionStart, postingDocument, posting, position } = segment
  let i = postingStart[left] ?? 0
  let j = postingStart[right] ?? 0
  let from = positionStart[left] ?? 0
  let to = positionStart[right] ?? 0
  const [endOfLeft, endOfRight] = [postingStart[left + 1] ?? 0, postingStart[right + 1] ?? 0]
  while (i < endOfLeft && j < endOfRight) {
    const [here, there] = [postingDocument[i] ?? 0, postingDocument[j] ?? 0]
    const [times, otherTimes] = [(posting[i] ?? 0) & mostPositions, (posting[j] ?? 0) & mostPositions]
    if (here === there) {
      for (let a = 0, b = 0; a < times && b < otherTimes;) {
        const distance = (position[to + b] ?? 0) - (position[from + a] ?? 0)
        if (distance === 1) {
          found.add(here)
          break
        }
        if (distance < 1) b++
        else a++
      }
    }
    if (here <= there) {
      from += times
      i++
    }
    if (there <= here) {
      to += otherTimes
      j++
    }
  }
}

const roomForPhrasings = (count: number): { weight: Float64Array; less: Float64Array; touched: Uint16Array } => ({
  weight: new Float64Array(count),
  less: new Float64Array(count),
  touched: new Uint16Array(count),
})

/** What each phrasing of a segment shares with the question, and which share anything. Kept like the columns, and left empty. */
let phrasings = roomForPhrasings(0)

/** Twice what two questions share over what they hold: past questions are matched as questions, a common word does not count. */
const readPhrasings = (
  asked: Asked,
  { segment, phrasingWeight }: ScopePart,
  places: Places,
  likeness: Float64Array,
  from: number,
): void => {
  const { holderStart, holder, phrasingDocument, stem } = segment
  if (phrasings.weight.length < phrasingDocument.length) phrasings = roomForPhrasings(phrasingDocument.length)
  const { weight: shared, less, touched } = phrasings
  let count = 0
  for (const place of places.flat()) {
    const word = asked.weights.get(stem[place] ?? 0)
    if (word === undefined) continue
    for (let at = holderStart[place] ?? 0, end = holderStart[place + 1] ?? 0; at < end; at++) {
      const phrasing = holder[at] ?? 0
      if (shared[phrasing] === 0) touched[count++] = phrasing
      plus(shared, phrasing, word.weight)
      plus(less, phrasing, word.less)
    }
  }
  for (let at = 0; at < count; at++) {
    const phrasing = touched[at] ?? 0
    const document = from + (phrasingDocument[phrasing] ?? 0)
    const like = (2 * (shared[phrasing] ?? 0)) / (asked.askedWeight + phrasingWeight(phrasing) - (less[phrasing] ?? 0))
    if (like > (likeness[document] ?? 0)) likeness[document] = like
    shared[phrasing] = 0
    less[phrasing] = 0
  }
}

const readLetters = ({ letters: { grams, weights } }: Understood, segment: Segment, letters: Float64Array, from: number): void => {
  const { gram, gramStart, gramDocument, gramWeight } = segment
  for (let index = 0; index < grams.length; index++) {
    const place = placeOf(gram, grams[index] ?? 0)
    if (place < 0) continue
    const weight = weights[index] ?? 0
    for (let at = gramStart[place] ?? 0, end = gramStart[place + 1] ?? 0; at < end; at++)
      plus(letters, from + (gramDocument[at] ?? 0), weight * (gramWeight[at] ?? 0))
  }
}

const readTopics = ({ topics: { topics, weights } }: Understood, segment: Segment, likeness: Float64Array, from: number): void => {
  const { topicStart, topicDocument, topicWeight } = segment
  for (let index = 0; index < topics.length; index++) {
    const topic = topics[index] ?? 0
    const weight = weights[index] ?? 0
    for (let at = topicStart[topic] ?? 0, end = topicStart[topic + 1] ?? 0; at < end; at++)
      plus(likeness, from + (topicDocument[at] ?? 0), weight * (topicWeight[at] ?? 0))
  }
}

const readNeeds = ({ question, needWeights, needTotal, aroundLength }: Asked, segment: Segment, columns: Columns, from: number): void => {
  const { needStart, needDocument, needWeight, needNamed, needLength, mainNeed } = segment
  const { needs, weights } = question.needs
  for (let index = 0; index < needs.length; index++) {
    const need = needs[index] ?? 0
    const wanted = weights[index] ?? 0
    for (let at = needStart[need] ?? 0, end = needStart[need + 1] ?? 0; at < end; at++) {
      const document = from + (needDocument[at] ?? 0)
      plus(columns.needs, document, (needWeight[at] ?? 0) * wanted)
      plus(columns.named, document, (wanted * wanted * (needNamed[at] ?? 0)) / needTotal)
    }
  }
  for (const [need, weight] of question.around)
    for (let at = needStart[need] ?? 0, end = needStart[need + 1] ?? 0; at < end; at++)
      plus(columns.around, from + (needDocument[at] ?? 0), (needWeight[at] ?? 0) * weight)
  const likeliest = weights[0] ?? 0
  const asked = question.needs.length || 1
  for (let place = 0; place < segment.size; place++) {
    const document = from + place
    // A text that speaks of no need has no length to be divided by.
    const length = needLength[place] === 0 ? 1 : (needLength[place] ?? 1)
    const main = mainNeed[place] ?? noNeed
    columns.needs[document] = (columns.needs[document] ?? 0) / (length * asked)
    columns.around[document] = (columns.around[document] ?? 0) / (length * aroundLength)
    columns.mainNeed[document] = likeliest === 0 ? 0 : (needWeights[main] ?? 0) / likeliest
  }
}
