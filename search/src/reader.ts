// SPDX-License-Identifier: AGPL-3.0-or-later
import { defaultLocale, type Locale } from '@linea-comune/config'
import { contentWords } from './analysis/content-words.js'
import { searchLimits, type EngineClient } from './client.js'
import type { PageFilters } from './documents/page-document.js'
import { all, equals, isOneOf } from './filter.js'
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
import { namedIn, officeIn, summarisedIn } from './named-in.js'
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
  nameLocale: Locale
  /** Sheets of this category that citizens of the Ente can see. */
  count: number
}

export interface PageReader {
  /** Every Ente, active or not, by its Italian name. */
  enti(): Promise<EntePage[]>
  enteBySlug(slug: string): Promise<EntePage | null>
  enteByCode(code: string): Promise<EntePage | null>
  /** By its address in any language: the Ente's own sheet, else the federation's; in Italian, with `fallback`, when the language is missing. */
  sheet(query: { enteCode: string; slug: string; locale: Locale }): Promise<InLanguage<SheetPage> | null>
  sheets(query: ListQuery & { category?: string; topic?: string }): Promise<PageOfList<SheetCard>>
  faqs(query: ListQuery): Promise<PageOfList<FaqCard>>
  faq(query: { enteCode: string; documentId: string; locale: Locale }): Promise<InLanguage<FaqPage> | null>
  /** Under their names in the language, where they have one; so are places and terms of a vocabulary everywhere. */
  offices(query: { enteCode: string; locale: Locale }): Promise<OfficePage[]>
  office(query: { enteCode: string; slug: string; locale: Locale }): Promise<OfficePage | null>
  places(query: { enteCode: string; locale: Locale }): Promise<PlacePage[]>
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
  faq: ['id', 'documentId', 'question', 'answer', 'enteCode', 'locale', 'outdatedSince', 'reviewBy', 'updatedAt'],
} as const satisfies { sheet: readonly (keyof SheetCard)[]; faq: readonly (keyof FaqCard)[] }

const filterFields: readonly (keyof PageFilters | 'stamp')[] = [
  'categoryCodes',
  'topicCodes',
  'lifeEventCodes',
  'sortTitle',
  'sortTime',
  'stamp',
  'givesWayTo',
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

  const visibleSheets = (enteCode: string): string => all(ofKind('sheet'), visibleTo(enteCode))

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
    const found = await find<T>({ filter, limit: 20 })
    // What is there in neither language takes no other's place.
    const items = found.items.filter(({ locales }) => locales.includes(locale) || locales.includes(defaultLocale))
    const rank = (page: T) =>
      (page.scope === federationScope ? 4 : 0) + (page.locale === locale ? 0 : page.locale === defaultLocale ? 1 : 2)
    const [page] = items.sort((a, b) => rank(a) - rank(b))
    if (page === undefined) return null
    if (page.locale === locale || (page.locale === defaultLocale && !page.locales.includes(locale)))
      return { page: toPage(page), fallback: page.locale !== locale }
    // Each language has an address of its own: this one is of another language than the one to be read.
    const versions = await find<T>({
      filter: all(ofKind(page.kind), equals('documentId', page.documentId), isOneOf('locale', [locale, defaultLocale])),
    })
    const version = versions.items.find((item) => item.locale === locale) ?? versions.items[0]
    return version === undefined ? null : { page: toPage(version), fallback: version.locale !== locale }
  }

  return {
    enti: () => pages<EntePage>(ofKind('ente')),
    enteBySlug: (slug) => first<EntePage>(all(ofKind('ente'), equals('slug', slug))),
    enteByCode: (code) => first<EntePage>(all(ofKind('ente'), equals('code', code))),
    sheet: async ({ enteCode, slug, locale }) => {
      const found = await best<SheetPage>(all(ofKind('sheet'), visibleTo(enteCode), equals('slug', slug)), locale)
      return found === null ? null : { ...found, page: namesOfSheetIn(found.page, locale) }
    },
    sheets: async ({ category, topic, ...query }) => {
      const filter = all(
        visibleSheets(query.enteCode),
        category === undefined ? null : equals('categoryCodes', category),
        topic === undefined ? null : equals('topicCodes', topic),
      )
      const { items, total } = await list<SheetCard>(filter, query, cardFields.sheet)
      return { items: items.map((card) => termsIn(card, query.locale)), total }
    },
    faqs: (query) => list<FaqCard>(all(ofKind('faq'), visibleTo(query.enteCode)), query, cardFields.faq),
    faq: ({ enteCode, documentId, locale }) =>
      best<FaqPage>(all(ofKind('faq'), visibleTo(enteCode), equals('documentId', documentId)), locale),
    offices: async ({ enteCode, locale }) =>
      (await pages<OfficePage>(all(ofKind('office'), equals('scope', enteCode)))).map((office) => officeIn(office, locale)),
    office: async ({ enteCode, slug, locale }) => {
      const office = await first<OfficePage>(all(ofKind('office'), equals('scope', enteCode), equals('slug', slug)))
      return office === null ? null : officeIn(office, locale)
    },
    places: async ({ enteCode, locale }) =>
      (await pages<PlacePage>(all(ofKind('place'), equals('scope', enteCode)))).map((place) => summarisedIn(place, locale)),
    contactPoints: (enteCode) => pages<ContactPointPage>(all(ofKind('contact-point'), equals('scope', enteCode))),
    categories: async ({ enteCode, locale }) => {
      const filter = all(visibleSheets(enteCode), inLocaleOrDefault(locale))
      const { items } = await find<Pick<SheetPage, 'categories'>>({ filter, fields: ['categories'] })
      return countCategories(items.flatMap(({ categories }) => categories.map((category) => namedIn(category, locale))))
    },
  }
}

const termsIn = <T extends Pick<SheetPage, 'categories' | 'topics'>>(sheet: T, locale: Locale): T => ({
  ...sheet,
  categories: sheet.categories.map((term) => namedIn(term, locale)),
  topics: sheet.topics.map((term) => namedIn(term, locale)),
})

/** An Italian sheet that stands in for a missing translation still names offices and topics in the reader's language. */
const namesOfSheetIn = (sheet: SheetPage, locale: Locale): SheetPage => ({
  ...termsIn(sheet, locale),
  lifeEvents: sheet.lifeEvents.map((term) => namedIn(term, locale)),
  offices: sheet.offices.map((office) => officeIn(office, locale)),
  places: sheet.places.map((place) => summarisedIn(place, locale)),
})

const countCategories = (terms: SheetPage['categories']): CategoryCount[] => {
  const counts = new Map<string, CategoryCount>()
  for (const { code, slug, name, nameLocale } of terms) {
    const known = counts.get(code)
    if (known === undefined) counts.set(code, { code, slug, name, nameLocale, count: 1 })
    else known.count += 1
  }
  return [...counts.values()].sort((a, b) => a.name.localeCompare(b.name, 'it'))
}
