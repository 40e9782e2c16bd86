// SPDX-License-Identifier: AGPL-3.0-or-later
import { setTimeout as sleep } from 'node:timers/promises'
import { defaultLocale } from '@linea-comune/config'
import { contentWords } from './analysis/content-words.js'
import { searchLimits, type EngineClient } from './client.js'
import type { Catalogue, ContentFilter } from './content/catalogue.js'
import type { ContentEntry, ContentKind } from './content/content-entry.js'
import { firstAfter, positionOf, type ContentOrder, type ContentPosition } from './content/content-order.js'
import { IndexNotReady, loadCatalogue, refreshCatalogue, type LoadedCatalogue } from './content/load-catalogue.js'
import type { StampedPage } from './documents/page-document.js'
import { all, equals, isOneOf } from './filter.js'
import { visibleTo } from './visibility.js'

export interface ContentQuery extends ContentFilter {
  q?: string
  /** `relevance` orders by how well `q` matches. */
  order: ContentOrder | 'relevance'
  after: ContentPosition | null
  limit: number
}

export interface ContentPage {
  entries: readonly ContentEntry[]
  /** How many there are on all pages together. */
  total: number
  /** Where the next page begins; null on the last one. */
  next: ContentPosition | null
}

/** The published texts of the whole federation, for lists that begin anywhere. Every call throws when the index was never reached. */
export interface ContentReader {
  list(query: ContentQuery): Promise<ContentPage>
  /** Every language of a document that citizens may read. */
  versions(kind: ContentKind, documentId: string): Promise<readonly ContentEntry[]>
  /** An Ente by code or by web address, those that left among them. */
  ente(codeOrSlug: string): Promise<ContentEntry | null>
  /** The pages themselves, by id; those removed a moment ago are missing. */
  pages(entries: readonly ContentEntry[]): Promise<ReadonlyMap<string, StampedPage>>
}

/** A change in the index shows after this long at most. */
const freshMs = 1000
/** Writes that became visible out of order are looked for this often. */
const deepEveryMs = 60_000
/** As far as anybody pages through what matches some words; each costs the engine something. */
const longestRanking = 300

export interface ContentReaderOptions {
  now?: () => number
  /** Reading the whole index anew takes a second or more: nobody waits longer than this for it when there is something to show. */
  patienceMs?: number
}

export const createContentReader = (
  client: EngineClient,
  { now = Date.now, patienceMs = 250 }: ContentReaderOptions = {},
): ContentReader => {
  let known: LoadedCatalogue | null = null
  let lookedAt = -Infinity
  let deepAt = -Infinity
  /** A look that is under way, and the same with the end of everybody's patience. */
  let looking: { done: Promise<unknown>; patient: Promise<unknown> } | null = null

  const look = async (): Promise<void> => {
    try {
      const deep = now() - deepAt >= deepEveryMs
      known = known === null ? await loadCatalogue(client) : await refreshCatalogue(client, known, deep)
      if (deep) deepAt = now()
    } finally {
      // After a failure too: an engine that does not answer is not asked by every request.
      lookedAt = now()
    }
  }

  const begin = (): NonNullable<typeof looking> => {
    // A failure is told to whoever has nothing to fall back on, and kept from the process otherwise.
    const done = look()
      .catch((error: unknown) => error)
      .finally(() => {
        looking = null
      })
    return { done, patient: Promise.race([done, sleep(patienceMs, undefined, { ref: false })]) }
  }

  /** What is known stays true while the engine is away or being filled again. */
  const catalogue = async (): Promise<Catalogue> => {
    if (now() - lookedAt >= freshMs) {
      looking ??= begin()
      const fault = await (known === null ? looking.done : looking.patient)
      if (known === null) throw fault
    }
    if (known === null) throw new IndexNotReady('the search index was not reached a moment ago')
    return known.catalogue
  }

  const ranked = async (filter: ContentFilter, q: string): Promise<string[]> => {
    const words = contentWords(q, filter.locale ?? defaultLocale).join(' ')
    if (words === '') return []
    const { hits } = await client.index('pages').search<{ id: string }>(
      words,
      {
        filter: inEngine(filter),
        limit: longestRanking,
        matchingStrategy: 'frequency',
        attributesToRetrieve: ['id'],
      },
      searchLimits(),
    )
    return hits.map(({ id }) => id)
  }

  return {
    list: async ({ q, order, after, limit, ...filter }) => {
      const held = await catalogue()
      if (q === undefined) {
        const ordering = order === 'relevance' ? byTitle : order
        return cut(held.list(filter, ordering), ordering, after, limit)
      }
      const found = await ranked(filter, q)
      if (order !== 'relevance') {
        const matching = new Set(found)
        const entries = held.list(filter, order).filter(({ id }) => matching.has(id))
        return cut(entries, order, after, limit)
      }
      const matches = held.matches(filter)
      return cutRanking(
        found.map((id) => held.byId(id)).filter((entry) => entry !== undefined && matches(entry)) as ContentEntry[],
        after,
        limit,
      )
    },
    versions: async (kind, documentId) => (await catalogue()).versions(kind, documentId),
    ente: async (codeOrSlug) => (await catalogue()).ente(codeOrSlug) ?? null,
    pages: async (entries) => {
      if (entries.length === 0) return new Map()
      const { hits } = await client.index('pages').search<StampedPage>(
        '',
        {
          filter: isOneOf(
            'id',
            entries.map(({ id }) => id),
          ),
          limit: entries.length,
        },
        searchLimits(),
      )
      return new Map(hits.map((hit) => [hit.id, hit]))
    },
  }
}

/** What the engine can tell of a filter, so that those it ranks are few; the catalogue tells the rest. */
const inEngine = ({ kind, scope, visibleTo: viewer, locale, category, topic }: ContentFilter): string =>
  all(
    equals('kind', kind),
    scope === undefined ? null : equals('scope', scope),
    viewer === undefined ? null : visibleTo(viewer),
    locale === undefined ? null : equals('locale', locale),
    category === undefined ? null : equals('categoryCodes', category),
    topic === undefined ? null : equals('topicCodes', topic),
  )

const byTitle: ContentOrder = { by: 'title', descending: false }

const cut = (entries: readonly ContentEntry[], order: ContentOrder, after: ContentPosition | null, limit: number): ContentPage => {
  const start = after === null ? 0 : firstAfter(entries, order, after)
  const page = entries.slice(start, start + limit)
  const last = page.at(-1)
  return {
    entries: page,
    total: entries.length,
    next: last === undefined || start + limit >= entries.length ? null : positionOf(last, order),
  }
}

/** Goes on behind the entry where the last page ended; when that is gone, at its place in the ranking. */
const cutRanking = (entries: readonly ContentEntry[], after: ContentPosition | null, limit: number): ContentPage => {
  const stood = after === null ? -1 : entries.findIndex(({ id }) => id === after.id)
  const start = after === null ? 0 : stood === -1 ? Number(after.value) : stood + 1
  const page = entries.slice(start, start + limit)
  const last = page.at(-1)
  const end = start + page.length
  return { entries: page, total: entries.length, next: last === undefined || end >= entries.length ? null : { value: end, id: last.id } }
}
