// SPDX-License-Identifier: AGPL-3.0-or-later
import { defaultLocale, type Locale } from '@linea-comune/config'
import { contentWords } from './analysis/content-words.js'
import { searchLimits, type EngineClient } from './client.js'
import type { PageFilters } from './documents/page-document.js'
import { all, any, equals, isNoneOf } from './filter.js'
import { federationScope } from './index-names.js'
import type {
  ContactPointPage,
  EntePage,
  FaqCard,
  FaqPage,
  IndexedKind,
  OfficePage,
  Page,
  PlacePage,
  SheetCard,
  SheetPage,
} from './model.js'
import { inLocaleOrDefault, visibleTo } from './visibility.js'

export interface PageOfList<T> {
  items: T[]
  /** How many there are on all pages together. */
  total: number
}

/** A page in the wanted language, or in Italian with `fallback`. */
export interface InLanguage<T> {
  page: T
  fallback: boolean
}

interface ListQuery {
  enteCode: string
  locale: Locale
  /** The first page is 1. */
  page: number
  pageSize: number
  q?: string
}

export interface CategoryCount {
  code: string
  slug: string
  name: string
  /** Sheets of this category that citizens of the Ente can see. */
  count: number
}

export interface PageReader {
  /** Every Ente, active or not, by name. */
  enti(): Promise<EntePage[]>
  enteBySlug(slug: string): Promise<EntePage | null>
  enteByCode(code: string): Promise<EntePage | null>
  /** The Ente's own sheet, else the federation's; in Italian, with `fallback`, when the language is missing. */
  sheet(query: { enteCode: string; slug: string; locale: Locale }): Promise<InLanguage<SheetPage> | null>
  sheets(query: ListQuery & { category?: string; topic?: string }): Promise<PageOfList<SheetCard>>
  faqs(query: ListQuery): Promise<PageOfList<FaqCard>>
  faq(query: { enteCode: string; documentId: string; locale: Locale }): Promise<InLanguage<FaqPage> | null>
  offices(enteCode: string): Promise<OfficePage[]>
  office(query: { enteCode: string; slug: string }): Promise<OfficePage | null>
  places(enteCode: string): Promise<PlacePage[]>
  contactPoints(enteCode: string): Promise<ContactPointPage[]>
  /** Categories that have sheets, by name. */
  categories(query: { enteCode: string; locale: Locale }): Promise<CategoryCount[]>
}

interface Find {
  filter: string
  q?: string
  sort?: string[]
  limit?: number
  offset?: number
  fields?: readonly string[]
}

/** No list of one Ente is longer than this; the engine stops there too. */
const everything = 10_000

const cardFields = {
  sheet: ['id', 'slug', 'title', 'summary', 'categories', 'topics', 'enteCode', 'locale', 'updatedAt'],
  faq: ['id', 'documentId', 'question', 'answer', 'enteCode', 'locale', 'updatedAt'],
} as const satisfies { sheet: readonly (keyof SheetCard)[]; faq: readonly (keyof FaqCard)[] }

const filterFields: readonly (keyof PageFilters | 'stamp')[] = [
  'categoryCodes',
  'topicCodes',
  'lifeEventCodes',
  'sortTitle',
  'sortTime',
  'stamp',
]

const ofKind = (kind: IndexedKind): string => equals('kind', kind)

/** Without what only queries need. */
const toPage = <T extends Page>(document: T): T => {
  const hidden = new Set<string>(filterFields)
  return Object.fromEntries(Object.entries(document).filter(([field]) => !hidden.has(field))) as T
}

export const createPageReader = (client: EngineClient): PageReader => {
  const find = async <T extends object>({ filter, q = '', sort, limit = everything, offset = 0, fields }: Find): Promise<PageOfList<T>> => {
    const { hits, estimatedTotalHits } = await client.index('pages').search<T>(
      q,
      {
        filter,
        limit,
        offset,
        matchingStrategy: 'frequency',
        ...(sort && { sort }),
        ...(fields && { attributesToRetrieve: [...fields] }),
      },
      searchLimits(),
    )
    return { items: hits, total: estimatedTotalHits }
  }

  const pages = async <T extends Page>(filter: string): Promise<T[]> =>
    (await find<T>({ filter, sort: ['sortTitle:asc'] })).items.map(toPage)

  const first = async <T extends Page>(filter: string): Promise<T | null> => {
    const { items } = await find<T>({ filter, limit: 1 })
    return items[0] === undefined ? null : toPage(items[0])
  }

  /** Sheets of the federation give way to the Ente's own at the same address. */
  const visibleSheets = async (enteCode: string): Promise<string> => {
    const own = await find<Pick<SheetPage, 'slug'>>({ filter: all(ofKind('sheet'), equals('scope', enteCode)), fields: ['slug'] })
    const slugs = [...new Set(own.items.map(({ slug }) => slug))]
    const federation = all(equals('scope', federationScope), slugs.length === 0 ? null : isNoneOf('slug', slugs))
    return all(ofKind('sheet'), any(equals('scope', enteCode), federation))
  }

  const list = async <T extends object>(
    filter: string,
    query: ListQuery,
    fields: readonly (keyof T & string)[],
  ): Promise<PageOfList<T>> => {
    const q = contentWords(query.q ?? '', query.locale).join(' ')
    const page = Math.max(1, Math.floor(query.page) || 1)
    const size = Math.min(Math.max(1, Math.floor(query.pageSize) || 1), 1000)
    return find<T>({
      filter: all(filter, inLocaleOrDefault(query.locale)),
      q,
      // With a question the best match comes first; without, the alphabet.
      ...(q === '' && { sort: ['sortTitle:asc'] }),
      limit: size,
      offset: (page - 1) * size,
      fields,
    })
  }

  /** One document out of the few that answer to a name: the Ente's before the federation's, the wanted language before Italian. */
  const best = async <T extends SheetPage | FaqPage>(filter: string, locale: Locale): Promise<InLanguage<T> | null> => {
    const { items } = await find<T>({ filter, limit: 20 })
    const rank = (page: T) => (page.scope === federationScope ? 2 : 0) + (page.locale === locale ? 0 : 1)
    const [page] = items.filter((item) => item.locale === locale || item.locale === defaultLocale).sort((a, b) => rank(a) - rank(b))
    return page === undefined ? null : { page: toPage(page), fallback: page.locale !== locale }
  }

  return {
    enti: () => pages<EntePage>(ofKind('ente')),
    enteBySlug: (slug) => first<EntePage>(all(ofKind('ente'), equals('slug', slug))),
    enteByCode: (code) => first<EntePage>(all(ofKind('ente'), equals('code', code))),
    sheet: ({ enteCode, slug, locale }) => best<SheetPage>(all(ofKind('sheet'), visibleTo(enteCode), equals('slug', slug)), locale),
    sheets: async ({ category, topic, ...query }) => {
      const filter = all(
        await visibleSheets(query.enteCode),
        category === undefined ? null : equals('categoryCodes', category),
        topic === undefined ? null : equals('topicCodes', topic),
      )
      return list<SheetCard>(filter, query, cardFields.sheet)
    },
    faqs: (query) => list<FaqCard>(all(ofKind('faq'), visibleTo(query.enteCode)), query, cardFields.faq),
    faq: ({ enteCode, documentId, locale }) =>
      best<FaqPage>(all(ofKind('faq'), visibleTo(enteCode), equals('documentId', documentId)), locale),
    offices: (enteCode) => pages<OfficePage>(all(ofKind('office'), equals('scope', enteCode))),
    office: ({ enteCode, slug }) => first<OfficePage>(all(ofKind('office'), equals('scope', enteCode), equals('slug', slug))),
    places: (enteCode) => pages<PlacePage>(all(ofKind('place'), equals('scope', enteCode))),
    contactPoints: (enteCode) => pages<ContactPointPage>(all(ofKind('contact-point'), equals('scope', enteCode))),
    categories: async ({ enteCode, locale }) => {
      const filter = all(await visibleSheets(enteCode), inLocaleOrDefault(locale))
      const { items } = await find<Pick<SheetPage, 'categories'>>({ filter, fields: ['categories'] })
      return countCategories(items.flatMap(({ categories }) => categories))
    },
  }
}

const countCategories = (terms: SheetPage['categories']): CategoryCount[] => {
  const counts = new Map<string, CategoryCount>()
  for (const { code, slug, name } of terms) {
    const known = counts.get(code)
    if (known === undefined) counts.set(code, { code, slug, name, count: 1 })
    else known.count += 1
  }
  return [...counts.values()].sort((a, b) => a.name.localeCompare(b.name, 'it'))
}
