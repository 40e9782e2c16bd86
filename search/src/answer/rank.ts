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
  /** Key of its documentId, the same in every language. */
  documentKey: number
  score: number
  features: Features
}

export interface Ranking {
  /** The first of them, best first. */
  ranked: Ranked[]
  /** What speaks for all documents together; for the first one it is 1. */
  odds: number
}

/** Documents by their places in the columns, in one language for all; and those that are shown in another than the one that speaks for them. */
interface Candidates {
  places: readonly number[]
  /** The latter by the former. */
  shownAs: ReadonlyMap<number, number>
}

/**
 * Puts the documents of a scope in the order in which they answer. Pure: the same facts give the same order.
 * @param most how many of them are wanted
 */
export const rank = (question: Understood, scope: Scope, { ranking }: Learned, most: number): Ranking => {
  const evidence = readScope(question, scope)
  const scores = scoresOf(evidence, ranking)
  const { places, shownAs } = oneLanguageEach(readable(question, scope, evidence), scope, evidence, scores, question.asked)
  const ranked = firstOf(places, scores, most).map((at): Ranked => {
    const { part, place } = standingAt(shownAs.get(at) ?? at, scope, evidence)
    let read: QuestionDocument | null = null
    return {
      id: () => idAt(part.segment, place),
      document: () => (read ??= part.read(place)),
      documentKey: part.segment.documentId[place] ?? 0,
      score: scores[at] ?? 0,
      features: featuresAt(evidence, at),
    }
  })
  const best = ranked[0]?.score ?? 0
  return { ranked, odds: places.reduce((sum, at) => sum + Math.exp((scores[at] ?? 0) - best), 0) }
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

interface Readable {
  places: readonly number[]
  isOneLanguage: boolean
}

/** Documents that citizens of this Ente may be answered from, in a language they read. */
const readable = (question: Understood, { parts }: Scope, { starts }: Evidence): Readable => {
  const read = locales.map((locale) => locale === defaultLocale || locale === question.asked || locale === question.language)
  const places: number[] = []
  let found = 0
  parts.forEach(({ segment, hidden }, index) => {
    const from = starts[index] ?? 0
    for (let place = 0; place < segment.size; place++) {
      const locale = segment.locale[place] ?? 0
      if (hidden?.[place] === 1 || read[locale] !== true) continue
      places.push(from + place)
      found |= 1 << locale
    }
  })
  return { places, isOneLanguage: (found & (found - 1)) === 0 }
}

const standingAt = (at: number, { parts }: Scope, { starts }: Evidence): { part: ScopePart; place: number } => {
  const index = starts.findLastIndex((start) => start <= at)
  const part = parts[index]
  if (part === undefined) throw new Error(`no document at ${String(at)}`)
  return { part, place: at - (starts[index] ?? 0) }
}

/** A document stands where its best language stands, and is shown in the language of the page. */
const oneLanguageEach = (
  { places, isOneLanguage }: Readable,
  scope: Scope,
  evidence: Evidence,
  scores: Float64Array,
  asked: Locale,
): Candidates => {
  if (isOneLanguage) return { places, shownAs: new Map() }
  const best = new Map<number, number>()
  const shownAs = new Map<number, number>()
  const wanted = locales.indexOf(asked)
  const value = (at: number): number => scores[at] ?? 0
  const shown = (at: number): number => shownAs.get(at) ?? at
  const localeAt = (at: number): number | undefined => {
    const { part, place } = standingAt(at, scope, evidence)
    return part.segment.locale[place]
  }
  for (const at of places) {
    const { part, place } = standingAt(at, scope, evidence)
    const key = part.segment.documentId[place] ?? 0
    const known = best.get(key)
    const [higher, lower] = known === undefined ? [at, null] : value(at) > value(known) ? [at, known] : [known, at]
    best.set(key, higher)
    if (lower !== null && localeAt(shown(lower)) === wanted) shownAs.set(higher, shown(lower))
  }
  return { places: [...best.values()], shownAs }
}

/** The best few are picked out; only who wants all pays for putting all in order. */
const firstOf = (places: readonly number[], scores: Float64Array, most: number): number[] => {
  const value = (at: number | undefined): number => (at === undefined ? 0 : (scores[at] ?? 0))
  if (most >= places.length) return places.toSorted((a, b) => value(b) - value(a))
  const first: number[] = []
  for (const at of places) {
    const score = value(at)
    if (first.length === most && score <= value(first[most - 1])) continue
    let place = first.length
    while (place > 0 && score > value(first[place - 1])) place--
    first.splice(place, 0, at)
    if (first.length > most) first.pop()
  }
  return first
}
