// SPDX-License-Identifier: AGPL-3.0-or-later
import { federationScope } from '../index-names.js'
import { likenessOfLetters } from '../scope/gram-space.js'
import type { PreparedDocument } from '../scope/prepare-document.js'
import { bm25, fieldWeights, otherLength, typicalLengths } from './field-weights.js'
import type { Scope } from '../scope/scope.js'
import type { Concept, Understood } from './understand.js'

/** What speaks for a document. Most lie between 0 and 1; all are 0 when nothing does. */
export const featureNames = [
  /** Share of what was asked that the document says, rare words counting more. */
  'coverage',
  /** The same in its title. */
  'titleCoverage',
  /** The same in its title or summary. */
  'summaryCoverage',
  /** BM25F over all fields, not normalised by the question: long questions that match in much stand out. */
  'bm25',
  /** Likeness to the title or the phrasing that is most like the question. */
  'likeness',
  /** Likeness of letters to the title: forms and spellings that stems miss. */
  'letters',
  /** Words that stand side by side in the question and in the document. */
  'order',
  /** It says what the question wants to know: costs, times, where… */
  'intent',
  /** An Ente's own text before the federation's. */
  'own',
  /** Likeness of the needs that the question and the document speak of. */
  'needs',
  /** Its title and key words say the official names of those needs. */
  'named',
  /** How likely the need that the document speaks of most is, compared with the likeliest one. */
  'mainNeed',
  /** Likeness of the document's needs and those that contain the question's. */
  'around',
] as const
export type Feature = (typeof featureNames)[number]
export type Features = Record<Feature, number>

/** Reads documents with one question in mind. Made once for each question, so that a document costs one pass over its stems. */
export const createReader = (question: Understood, scope: Scope): ((document: PreparedDocument) => Features) => {
  const { concepts, sequence, needs } = question
  const places = new Map<number, number>()
  concepts.forEach(({ stems }, place) => {
    for (const stem of stems) if (!places.has(stem)) places.set(stem, place)
  })
  const total = concepts.reduce((sum, { worth }) => sum + worth, 0) || 1
  const followers = new Set(sequence.slice(1).map((place, index) => pair(sequence[index] ?? 0, place)))
  const needWeights = new Map<number, number>()
  needs.needs.forEach((need, index) => needWeights.set(need, needs.weights[index] ?? 0))
  const needTotal = needs.weights.reduce((sum, weight) => sum + weight * weight, 0) || 1
  const aroundLength = Math.sqrt([...question.around.values()].reduce((sum, weight) => sum + weight * weight, 0)) || 1
  const asked = [...new Set(concepts.flatMap(({ stems }) => stems.slice(0, 1)))]
  const weights = new Map(concepts.flatMap(({ stems, weight }) => stems.map((stem) => [stem, weight < 0.5 ? weight : 1] as const)))
  const weightOf = (stem: number): number => (weights.get(stem) ?? 1) * (0.7 + scope.rarity(stem))
  const unfound = concepts
    .filter(({ stems }) => stems.length === 0)
    .reduce((sum, { weight }) => sum + weight * (0.7 + scope.rarityOfUnknown), 0)
  const askedWeight = asked.reduce((sum, stem) => sum + weightOf(stem), 0) + unfound

  const share = (concepts: readonly Concept[], quality: (place: number) => number): number =>
    concepts.reduce((sum, { worth }, place) => sum + worth * quality(place), 0)

  const occurrences = new Float32Array(concepts.length)
  const inTitle = new Uint8Array(concepts.length)
  const inSummary = new Uint8Array(concepts.length)

  return (document) => {
    occurrences.fill(0)
    inTitle.fill(0)
    inSummary.fill(0)
    const adjacent = new Set<number>()
    for (const { field, start, end } of document.fields) {
      const worth = fieldWeights[field] / (1 - bm25.b + (bm25.b * (end - start)) / (typicalLengths[field] ?? otherLength))
      let before = -1
      for (let at = start; at < end; at++) {
        const place = places.get(document.stems[at] ?? -1)
        if (place === undefined) {
          before = -1
          continue
        }
        occurrences[place] = (occurrences[place] ?? 0) + worth
        if (field === 'sTitle') inTitle[place] = inSummary[place] = 1
        if (field === 'sSummary') inSummary[place] = 1
        if (before >= 0 && followers.has(pair(before, place))) adjacent.add(pair(before, place))
        before = place
      }
    }
    const says = (place: number): number => ((occurrences[place] ?? 0) > 0 ? 1 : 0)
    const saturated = (place: number): number => (occurrences[place] ?? 0) / (bm25.k1 + (occurrences[place] ?? 0))
    return {
      coverage: share(concepts, says) / total,
      titleCoverage: share(concepts, (place) => inTitle[place] ?? 0) / total,
      summaryCoverage: share(concepts, (place) => inSummary[place] ?? 0) / total,
      bm25: share(concepts, saturated) / usualWorth,
      likeness: Math.max(0, ...document.phrasings.map((phrasing) => likenessTo(phrasing, places, weightOf, askedWeight))),
      letters: likenessOfLetters(question.letters, document.title),
      order: followers.size === 0 ? 0 : adjacent.size / followers.size,
      intent: question.intents.some((intent) => document.answers.has(intent)) ? 1 : 0,
      own: document.scope === federationScope ? 0 : 1,
      ...needFeatures(document, question, needWeights, needTotal, aroundLength),
    }
  }
}

/** What the words of a question are worth together, roughly: brings the sum near the other features. */
const usualWorth = 12

const pair = (first: number, second: number): number => first * 4096 + second

/** Twice what two questions share over what they hold: past questions are matched as questions, a common word does not count. */
const likenessTo = (
  phrasing: Int32Array,
  places: ReadonlyMap<number, number>,
  weightOf: (stem: number) => number,
  askedWeight: number,
): number => {
  let shared = 0
  let whole = askedWeight
  for (const stem of phrasing) {
    const weight = weightOf(stem)
    whole += weight
    if (places.has(stem)) shared += weight
  }
  return whole === 0 ? 0 : (2 * shared) / whole
}

const needFeatures = (
  { needs, named }: PreparedDocument,
  question: Understood,
  asked: ReadonlyMap<number, number>,
  askedTotal: number,
  aroundLength: number,
): Pick<Features, 'needs' | 'named' | 'mainNeed' | 'around'> => {
  let product = 0
  let official = 0
  let around = 0
  for (let index = 0; index < needs.needs.length; index++) {
    const need = needs.needs[index] ?? 0
    const weight = needs.weights[index] ?? 0
    const wanted = asked.get(need)
    if (wanted !== undefined) {
      product += weight * wanted
      official += (wanted * wanted * (named[index] ?? 0)) / askedTotal
    }
    around += weight * (question.around.get(need) ?? 0)
  }
  const [main] = needs.needs
  const likeliest = question.needs.weights[0] ?? 0
  const length = needs.length || 1
  return {
    needs: product / (length * (question.needs.length || 1)),
    named: official,
    mainNeed: main === undefined || likeliest === 0 ? 0 : (asked.get(main) ?? 0) / likeliest,
    around: around / (length * aroundLength),
  }
}
