// SPDX-License-Identifier: AGPL-3.0-or-later
import { topics, type Locale, type QuestionSuggestion, type VocabularyTerm } from '@linea-comune/config'
import type { Question } from '../answer/answerer.js'
import { engineErrorCode, searchLimits, type EngineClient } from '../client.js'
import { all, equals, isOneOf } from '../filter.js'
import type { FaqPage, SheetPage } from '../model.js'
import { pageAddress, topicAddress } from '../page-address.js'
import { inLocaleOrDefault, visibleTo } from '../visibility.js'
import { matchedLetters, matchesWholly } from './matched-letters.js'
import { typedWords } from './typed-words.js'

export interface Suggester {
  /** What a citizen of the Ente may be about to ask for. Throws when the engine cannot be asked. */
  suggest(question: Question): Promise<QuestionSuggestion[]>
}

const most = { documents: 6, topics: 3 } as const

type Document = Pick<SheetPage, 'kind' | 'slug' | 'title' | 'locale'> | Pick<FaqPage, 'kind' | 'question' | 'phrasings' | 'locale'>
type Hit = Document & {
  documentId: string
  scope: string
  _rankingScore?: number
  _rankingScoreDetails?: { words?: { matchingWords: number; maxMatchingWords: number } }
}

const shown = ['kind', 'documentId', 'scope', 'slug', 'title', 'question', 'phrasings', 'locale']

/** The engine refuses to look into a field that no document holds yet: where there are no sheets, or no questions, it looks into the others. */
const fields = [['title', 'question', 'phrasings'], ['title'], ['question', 'phrasings']] as const

export const createSuggester = (client: EngineClient): Suggester => ({
  suggest: async ({ enteCode, enteSlug, q, locale }) => {
    const typed = typedWords(q, locale)
    if (typed.length === 0) return []
    const named = topics.filter((topic) => matchesWholly(topic[locale], typed))
    const visible = all(visibleTo(enteCode), inLocaleOrDefault(locale))
    for (const searched of fields) {
      const found = await search(client, { typed, visible, counted: named.length > 0, searched })
      if (found === null) continue
      return [
        ...inOrder(nearestOf(found.hits), enteCode).map((hit) => presentDocument(hit, typed, enteSlug, locale)),
        ...presentTopics(named, found.topicCodes, typed, enteSlug, locale),
      ]
    }
    return []
  },
})

interface Search {
  typed: readonly string[]
  visible: string
  /** Sheets of each topic too; most words name no topic, and then there is nothing to count. */
  counted: boolean
  searched: readonly string[]
}

/** Null when no document holds one of these fields. */
const search = async (
  client: EngineClient,
  { typed, visible, counted, searched }: Search,
): Promise<{ hits: Hit[]; topicCodes: Readonly<Record<string, number>> } | null> => {
  try {
    const { results } = await client.multiSearch(
      {
        queries: [
          {
            indexUid: 'pages',
            q: typed.join(' '),
            filter: all(isOneOf('kind', ['sheet', 'faq']), visible),
            limit: most.documents,
            attributesToSearchOn: [...searched],
            attributesToRetrieve: shown,
            matchingStrategy: 'frequency',
            showRankingScore: true,
            showRankingScoreDetails: true,
          },
          ...(counted ? [{ indexUid: 'pages', filter: all(equals('kind', 'sheet'), visible), limit: 0, facets: ['topicCodes'] }] : []),
        ],
      },
      searchLimits(),
    )
    const [found, perTopic] = results
    return { hits: (found?.hits ?? []) as unknown as Hit[], topicCodes: perTopic?.facetDistribution?.topicCodes ?? {} }
  } catch (error) {
    if (engineErrorCode(error) === 'invalid_search_attributes_to_search_on') return null
    throw error
  }
}

/** Of those that share some of the words, the ones that share most, and half of them at least: the others are only noise. */
const nearestOf = (hits: readonly Hit[]): Hit[] => {
  const shared = ({ _rankingScoreDetails: details }: Hit): number => details?.words?.matchingWords ?? 0
  const best = Math.max(...hits.map(shared))
  return hits.filter((hit) => shared(hit) === best && best * 2 >= (hit._rankingScoreDetails?.words?.maxMatchingWords ?? 0))
}

/** Of those that match equally well the Ente's own come first, and then the alphabet: never the order in which they were indexed. */
const inOrder = (hits: readonly Hit[], enteCode: string): Hit[] => {
  const score = ({ _rankingScore = 0 }: Hit): number => _rankingScore
  const foreign = ({ scope }: Hit): number => (scope === enteCode ? 0 : 1)
  return hits.toSorted((a, b) => score(b) - score(a) || foreign(a) - foreign(b) || titleOf(a).localeCompare(titleOf(b), 'it'))
}

const titleOf = (hit: Document): string => (hit.kind === 'sheet' ? hit.title : hit.question)

const presentDocument = (hit: Hit, typed: readonly string[], enteSlug: string, locale: Locale): QuestionSuggestion => {
  const title = titleOf(hit)
  const slug = hit.kind === 'sheet' ? hit.slug : ''
  const matched = matchedLetters(title, typed)
  return {
    kind: hit.kind,
    title,
    matched,
    phrasing: hit.kind === 'faq' && matched.length === 0 ? matchedPhrasing(hit.phrasings, typed) : null,
    url: pageAddress(enteSlug, { kind: hit.kind, slug, documentId: hit.documentId }, locale),
    locale: hit.locale,
    sheets: null,
  }
}

/** The phrasing that has most of what was typed: without it nobody would see why this question is here. */
const matchedPhrasing = (phrasings: readonly string[], typed: readonly string[]): QuestionSuggestion['phrasing'] => {
  const marked = phrasings.map((text) => ({ text, matched: matchedLetters(text, typed) }))
  const best = marked.toSorted((a, b) => b.matched.length - a.matched.length)[0]
  return best === undefined || best.matched.length === 0 ? null : best
}

const presentTopics = (
  named: readonly VocabularyTerm[],
  counts: Readonly<Record<string, number>>,
  typed: readonly string[],
  enteSlug: string,
  locale: Locale,
): QuestionSuggestion[] =>
  named
    .flatMap((topic): QuestionSuggestion[] => {
      const sheets = counts[topic.code] ?? 0
      const title = topic[locale]
      const url = topicAddress(enteSlug, topic.code, locale)
      return sheets === 0 ? [] : [{ kind: 'topic', title, matched: matchedLetters(title, typed), phrasing: null, url, locale, sheets }]
    })
    .slice(0, most.topics)
