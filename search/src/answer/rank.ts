// SPDX-License-Identifier: AGPL-3.0-or-later
import { defaultLocale, locales, type Locale } from '@linea-comune/config'
import type { QuestionDocument } from '../documents/question-document.js'
import type { Scope, ScopePart } from '../scope/scope.js'
import { idAt } from '../scope/segment.js'
import { featureNames, type Features } from './feature-names.js'
import { readScope, type Evidence } from './features.js'
import type { Learned } from './learned.js'
import type { Understood } from './understand.js'

export interface Ranked {
  /** What the index calls it. */
  id: () => string
  /** Read when it is first asked for: few documents are shown. */
  document: () => QuestionDocument
  score: number
  features: Features
}

export interface Ranking {
  /** The first of them, best first. */
  ranked: Ranked[]
  /** What speaks for all documents together; for the first one it is 1. */
  odds: number
}

/** A document by its part and its place in it, in one language for all. */
interface Candidate {
  part: ScopePart
  place: number
  /** Where it stands in the columns. */
  at: number
  score: number
}

/**
 * Puts the documents of a scope in the order in which they answer. Pure: the same facts give the same order.
 * @param most how many of them are wanted
 */
export const rank = (question: Understood, scope: Scope, { ranking }: Learned, most: number): Ranking => {
  const evidence = readScope(question, scope)
  const scores = scoresOf(evidence, ranking)
  const candidates = oneLanguageEach(readable(question, scope, evidence, scores), question.asked)
  const ranked = firstOf(candidates, most).map(({ part, place, at, score }) => {
    let read: QuestionDocument | null = null
    return { id: () => idAt(part.segment, place), document: () => (read ??= part.read(place)), score, features: featuresAt(evidence, at) }
  })
  const best = ranked[0]?.score ?? 0
  return { ranked, odds: candidates.reduce((sum, { score }) => sum + Math.exp(score - best), 0) }
}

const scoresOf = ({ size, columns }: Evidence, ranking: Learned['ranking']): Float64Array => {
  const scores = new Float64Array(size)
  for (const name of featureNames) {
    const column = columns[name]
    const weight = ranking[name]
    if (weight !== 0) for (let at = 0; at < size; at++) scores[at] = (scores[at] ?? 0) + weight * (column[at] ?? 0)
  }
  return scores
}

// Every name is there.
const noFeatures = Object.fromEntries(featureNames.map((name) => [name, 0])) as Features

export const featuresAt = ({ columns }: Evidence, at: number): Features => {
  const features = { ...noFeatures }
  for (const name of featureNames) features[name] = columns[name][at] ?? 0
  return features
}

/** Documents that citizens of this Ente may be answered from, in a language they read. */
const readable = (question: Understood, { parts }: Scope, { starts }: Evidence, scores: Float64Array): Candidate[] => {
  const read = locales.map((locale) => locale === defaultLocale || locale === question.asked || locale === question.language)
  const candidates: Candidate[] = []
  parts.forEach((part, index) => {
    const { segment, hidden } = part
    for (let place = 0; place < segment.size; place++) {
      if (hidden?.[place] === 1 || read[segment.locale[place] ?? 0] !== true) continue
      const at = (starts[index] ?? 0) + place
      candidates.push({ part, place, at, score: scores[at] ?? 0 })
    }
  })
  return candidates
}

/** A document stands where its best language stands, and is shown in the language of the page. */
const oneLanguageEach = (candidates: Candidate[], asked: Locale): Candidate[] => {
  const [first] = candidates
  const localeOf = ({ part, place }: Candidate): number | undefined => part.segment.locale[place]
  if (first === undefined || candidates.every((candidate) => localeOf(candidate) === localeOf(first))) return candidates
  const best = new Map<number, Candidate>()
  const wanted = locales.indexOf(asked)
  for (const candidate of candidates) {
    const key = candidate.part.segment.documentId[candidate.place] ?? 0
    const known = best.get(key)
    if (known === undefined) {
      best.set(key, candidate)
      continue
    }
    const [higher, lower] = candidate.score > known.score ? [candidate, known] : [known, candidate]
    const isShown = localeOf(lower) === wanted
    best.set(key, isShown ? { ...higher, part: lower.part, place: lower.place } : higher)
  }
  return [...best.values()]
}

/** The best few are picked out; only who wants all pays for putting all in order. */
const firstOf = (candidates: readonly Candidate[], most: number): Candidate[] => {
  if (most >= candidates.length) return candidates.toSorted((a, b) => b.score - a.score)
  const first: Candidate[] = []
  for (const candidate of candidates) {
    if (first.length === most && candidate.score <= (first[most - 1]?.score ?? 0)) continue
    const place = first.findIndex(({ score }) => candidate.score > score)
    first.splice(place < 0 ? first.length : place, 0, candidate)
    if (first.length > most) first.pop()
  }
  return first
}
