// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Locale, SheetSectionKey } from '@linea-comune/config'
import type { Analysis } from '../analysis/analyse.js'
import { fold } from '../analysis/fold.js'
import { intentSections, intentsOf } from '../analysis/intents.js'
import { headFields, type StemField } from '../documents/stem-fields.js'
import type { QuestionDocument } from '../documents/question-document.js'
import { federationScope } from '../index-names.js'
import type { Candidates } from './candidates.js'
import { fieldStemsOf, matchesOf, type FieldStems, type TermMatch } from './matches.js'
import { bm25, fieldWeights, otherLength, scoreWeights, typicalLengths, type Feature } from './ranking-constants.js'
import { letterCosine, likeness } from './similarity.js'
import { weighConcepts, type WeighedConcept } from './weigh-concepts.js'

export interface Ranked {
  document: QuestionDocument
  score: number
  features: Record<Feature, number>
  /** The concepts found in the document: where, and how well. */
  matches: { concept: WeighedConcept; terms: TermMatch[] }[]
}

export interface Ranking {
  ranked: Ranked[]
  concepts: WeighedConcept[]
}

/** Puts candidates in the order in which they answer. Pure: the same facts give the same order. */
export const rank = (analysis: Analysis, candidates: Candidates): Ranking => {
  const concepts = weighConcepts(candidates)
  const ranked = candidates.documents.map((document) => toRanked(analysis, concepts, document)).sort((a, b) => b.score - a.score)
  return { ranked: oneLanguageEach(ranked, analysis.asked), concepts }
}

const toRanked = (analysis: Analysis, concepts: readonly WeighedConcept[], document: QuestionDocument): Ranked => {
  const fields = fieldStemsOf(document)
  const matches = concepts
    .map((concept) => ({ concept, terms: matchesOf(concept, document, fields) }))
    .filter(({ terms }) => terms.length > 0)
  const features = featuresOf(analysis, concepts, document, fields, matches)
  const score = (Object.keys(features) as Feature[]).reduce((sum, feature) => sum + scoreWeights[feature] * features[feature], 0)
  return { document, score, features, matches }
}

const isHead = (field: string): boolean => headFields.some((head) => head === field)

const featuresOf = (
  analysis: Analysis,
  concepts: readonly WeighedConcept[],
  document: QuestionDocument,
  fields: FieldStems,
  matches: Ranked['matches'],
): Record<Feature, number> => {
  const total = concepts.reduce((sum, { worth }) => sum + worth, 0) || 1
  const share = (quality: (match: TermMatch) => number): number =>
    matches.reduce((sum, { concept, terms }) => sum + concept.worth * Math.max(...terms.map(quality)), 0) / total
  const inHead = ({ fields: found }: TermMatch): boolean => Object.keys(found).some(isHead)
  return {
    coverage: share(matchQuality),
    headCoverage: share((match) => (inHead(match) ? matchQuality(match) : 0)),
    titleShare: titleShare(fields.sTitle ?? [], matches),
    bm25: share((match) => (matchQuality(match) * saturated(match, fields)) / (bm25.k1 + 1)),
    likeness: bestLikeness(concepts, document, matches),
    letters: letterCosine(analysis.words.join(' '), fold(document.title)),
    intent: answersIntent(analysis, document) ? 1 : 0,
    own: document.scope === federationScope ? 0 : 1,
    language: document.locale === analysis.asked ? 1 : 0,
  }
}

/** The weight of the way it was said; for a mistyped word, no more than its nearness. */
const matchQuality = ({ term, fields }: TermMatch): number => term.weight * Math.min(1, Math.max(0, ...Object.values(fields)))

/** BM25F: occurrences in all fields together, each field with its weight and length, then saturated. */
const saturated = ({ fields: found }: TermMatch, fields: FieldStems): number => {
  const occurrences = (Object.entries(found) as [StemField, number][]).reduce((sum, [field, count]) => {
    const length = (fields[field]?.length ?? 0) / (typicalLengths[field] ?? otherLength)
    return sum + (fieldWeights[field] * count) / (1 - bm25.b + bm25.b * length)
  }, 0)
  return ((bm25.k1 + 1) * occurrences) / (bm25.k1 + occurrences)
}

const titleShare = (title: readonly string[], matches: Ranked['matches']): number => {
  if (title.length === 0) return 0
  const covered = matches.reduce((sum, { terms }) => {
    const words = terms.filter(({ fields }) => fields.sTitle !== undefined).map(({ term }) => term.stems.length * Math.min(1, term.weight))
    return sum + Math.max(0, ...words)
  }, 0)
  return Math.min(1, covered / new Set(title).size)
}

/** Past questions are matched as questions: near-duplicates count, a common word does not. */
const bestLikeness = (concepts: readonly WeighedConcept[], document: QuestionDocument, matches: Ranked['matches']): number => {
  const worths = new Map(
    concepts.flatMap(({ terms, worth }) => terms.flatMap(({ stems }) => stems.map((stem) => [stem, worth / stems.length] as const))),
  )
  const typical = concepts.reduce((sum, { worth }) => sum + worth, 0) / Math.max(1, concepts.length)
  const weightOf = (stem: string) => worths.get(stem) ?? typical
  const missed = concepts
    .filter((concept) => !matches.some((match) => match.concept === concept))
    .flatMap(({ terms }) => terms[0]?.stems ?? [])
  // What the document says in other words counts as said in the citizen's.
  const asked = [
    ...matches.flatMap(({ terms }) => terms.toSorted((a, b) => matchQuality(b) - matchQuality(a))[0]?.term.stems ?? []),
    ...missed,
  ]
  const known = [document.sTitle, ...document.sPhrasings]
  return Math.max(0, ...known.map((phrasing) => likeness(asked, phrasing.split(' '), weightOf)))
}

/** A sheet answers what it has a section for, a FAQ what its own question asks. */
const answersIntent = ({ intents }: Analysis, { kind, locale, sections, title }: QuestionDocument): boolean => {
  if (kind === 'faq') return intentsOf(title, locale).some((intent) => intents.includes(intent))
  const wanted = new Set<SheetSectionKey>(intents.flatMap((intent) => intentSections[intent]))
  return sections.some(({ key }) => wanted.has(key))
}

/** A document stands where its best language stands, and is shown in the language of the page. */
const oneLanguageEach = (ranked: readonly Ranked[], asked: Locale): Ranked[] => {
  const best = new Map<string, Ranked>()
  for (const item of ranked) {
    const known = best.get(item.document.documentId)
    if (known === undefined) best.set(item.document.documentId, item)
    else if (item.document.locale === asked) best.set(item.document.documentId, { ...known, document: item.document })
  }
  return [...best.values()]
}
