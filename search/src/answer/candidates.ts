// SPDX-License-Identifier: AGPL-3.0-or-later
import { defaultLocale, type Locale } from '@linea-comune/config'
import type { Concept, Term } from '../analysis/concepts.js'
import type { Analysis } from '../analysis/analyse.js'
import { searchLimits, type EngineClient } from '../client.js'
import type { QuestionDocument } from '../documents/question-document.js'
import { all, equals, isOneOf } from '../filter.js'
import { visibleTo } from '../visibility.js'

/** A term with what the engine knows about it. */
export interface CountedTerm extends Term {
  /** Documents of its language that hold it exactly. */
  documents: number
}

export interface CountedConcept extends Omit<Concept, 'terms'> {
  terms: CountedTerm[]
  /** Documents with a word like the citizen's own, allowing for typing errors. Asked for only of single words. */
  similar: number
}

export interface Candidates {
  documents: QuestionDocument[]
  concepts: CountedConcept[]
  /** Documents in scope, by language: what a count is a share of. */
  totals: Partial<Record<Locale, number>>
}

const limitPerTerm = 20
const maxTermsPerConcept = 7
const maxCandidates = 48
/** The engine forgives typing errors from this length on. */
const minTypoLength = 4

type Probe =
  { kind: 'total'; locale: Locale } | { kind: 'exact'; concept: Concept; term: Term } | { kind: 'similar'; concept: Concept; term: Term }

const probesOf = (concept: Concept): Probe[] => {
  const exact = concept.terms.slice(0, maxTermsPerConcept).map((term): Probe => ({ kind: 'exact', concept, term }))
  const [own] = concept.terms
  const [word] = own?.stems ?? []
  if (own === undefined || word === undefined || own.stems.length > 1 || word.length < minTypoLength) return exact
  return [...exact, { kind: 'similar', concept, term: own }]
}

const textOf = (probe: Probe): string => {
  if (probe.kind === 'total') return ''
  const text = probe.term.stems.join(' ')
  // In quotes the engine forgives no typing error and wants the stems side by side, so that its count is a true one.
  return probe.kind === 'exact' ? `"${text}"` : text
}

const localeOf = (probe: Probe): Locale => (probe.kind === 'total' ? probe.locale : probe.term.locale)

/**
 * Documents that could answer, with how common each word is: one call with one search per term, because the engine has no
 * "or"; then one that fetches the most promising.
 */
export const findCandidates = async (client: EngineClient, enteCode: string, { concepts, asked }: Analysis): Promise<Candidates> => {
  const readable: Locale[] = [...new Set([asked, defaultLocale])]
  const totals = readable.map((locale): Probe => ({ kind: 'total', locale }))
  const probes = [...totals, ...concepts.flatMap(probesOf)].filter((probe) => readable.includes(localeOf(probe)))
  const { results } = await client.multiSearch(
    {
      queries: probes.map((probe) => ({
        indexUid: 'questions',
        q: textOf(probe),
        filter: all(visibleTo(enteCode), equals('locale', localeOf(probe))),
        limit: probe.kind === 'total' ? 0 : limitPerTerm,
        attributesToRetrieve: ['documentId'],
      })),
    },
    searchLimits(),
  )
  const found = probes.map((probe, index) => {
    const result = results[index]
    return {
      probe,
      total: result?.estimatedTotalHits ?? 0,
      documentIds: (result?.hits ?? []).map((hit) => String((hit as { documentId: unknown }).documentId)),
    }
  })
  const documents = await fetchDocuments(client, all(visibleTo(enteCode), isOneOf('locale', readable)), mostPromising(found))
  return {
    documents,
    concepts: concepts.map((concept) => toCounted(concept, found)),
    totals: Object.fromEntries(found.flatMap(({ probe, total }) => (probe.kind === 'total' ? [[probe.locale, total]] : []))),
  }
}

interface Found {
  probe: Probe
  total: number
  documentIds: string[]
}

const toCounted = (concept: Concept, found: readonly Found[]): CountedConcept => {
  const count = (kind: Probe['kind'], term: Term | undefined): number =>
    found.find(({ probe }) => probe.kind === kind && probe.kind !== 'total' && probe.concept === concept && probe.term === term)?.total ?? 0
  return {
    ...concept,
    terms: concept.terms.map((term) => ({ ...term, documents: count('exact', term) })),
    similar: count('similar', concept.terms[0]),
  }
}

/** Rare words and early places count: enough to choose whom to look at, ranking does the rest. */
const mostPromising = (found: readonly Found[]): string[] => {
  const promise = new Map<string, number>()
  for (const { probe, total, documentIds } of found) {
    if (probe.kind === 'total') continue
    const worth = (probe.concept.weight * probe.term.weight * (probe.kind === 'similar' ? 0.3 : 1)) / Math.log2(2 + total)
    documentIds.forEach((id, place) => promise.set(id, (promise.get(id) ?? 0) + worth * (1 - place / (2 * limitPerTerm))))
  }
  return [...promise]
    .sort(([, a], [, b]) => b - a)
    .slice(0, maxCandidates)
    .map(([id]) => id)
}

/** In every language that may be shown: what was found by its Italian text is shown in the language of the page. */
const fetchDocuments = async (client: EngineClient, readable: string, documentIds: readonly string[]): Promise<QuestionDocument[]> => {
  if (documentIds.length === 0) return []
  const filter = all(readable, isOneOf('documentId', documentIds))
  const { hits } = await client.index<QuestionDocument>('questions').search('', { filter, limit: 2 * documentIds.length }, searchLimits())
  return hits
}
