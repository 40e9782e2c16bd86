// SPDX-License-Identifier: AGPL-3.0-or-later
import { defaultLocale, sheetSections, type Locale } from '@linea-comune/config'
import { fold } from '../analysis/fold.js'
import { scopeOf } from '../index-names.js'
import type { FaqPage, OfficePage, Page, PageSource, PlacePage, SheetPage } from '../model.js'
import { documentIdOf, localeOf, ownerOf } from './document-id.js'
import { renderMarkdown } from './markdown.js'

/** What queries filter and order by, the same for every kind. */
export interface PageFilters {
  documentId: string
  locale: Locale
  locales: Locale[]
  categoryCodes: string[]
  topicCodes: string[]
  givesWayTo: string[]
  lifeEventCodes: string[]
  sortTitle: string
  /** When the back office last changed it, in seconds: the engine orders numbers, not dates. */
  sortTime: number
}

export type PageDocument = Page & PageFilters

/** A document as it lies in the index. */
export type StampedPage = PageDocument & {
  /** Microseconds since 1970 when it was handed to the engine: grows, so that readers can ask for what came after. */
  stamp: number
}

type SourceOf<K extends PageSource['kind']> = Extract<PageSource, { kind: K }>

const identity = <K extends PageSource['kind']>(source: PageSource & { kind: K }) => ({
  id: documentIdOf(source),
  kind: source.kind,
  scope: scopeOf(ownerOf(source)),
})

const without = <T extends object, K extends keyof T>(record: T, field: K): Omit<T, K> =>
  // Every other field of the record is there, which is what the type says.
  Object.fromEntries(Object.entries(record).filter(([name]) => name !== field)) as Omit<T, K>

const toSheetPage = (source: SourceOf<'sheet'>): SheetPage => ({
  ...source,
  ...identity(source),
  offices: source.offices.map((office) => without(office, 'duties')),
  sections: sheetSections.flatMap(({ key, heading }) => {
    const text = source.sections[key]?.trim() ?? ''
    return text === '' ? [] : [{ key, heading: heading[source.locale], ...renderMarkdown(text) }]
  }),
})

const toFaqPage = (source: SourceOf<'faq'>): FaqPage => ({ ...source, ...identity(source), answer: renderMarkdown(source.answer) })

const toOfficePage = (source: SourceOf<'office'>): OfficePage => ({
  ...source,
  ...identity(source),
  duties: renderMarkdown(source.duties),
  places: source.places.map((place) => without(place, 'access')),
})

const toPlacePage = (source: SourceOf<'place'>): PlacePage => ({ ...source, ...identity(source), access: renderMarkdown(source.access) })

const toPage = (source: PageSource): Page => {
  switch (source.kind) {
    case 'sheet':
      return toSheetPage(source)
    case 'faq':
      return toFaqPage(source)
    case 'office':
      return toOfficePage(source)
    case 'place':
      return toPlacePage(source)
    case 'ente':
    case 'contact-point':
      return { ...source, ...identity(source) } as Page
  }
}

const titleOf = (source: PageSource): string =>
  source.kind === 'sheet' ? source.title : source.kind === 'faq' ? source.question : source.name

const codes = (terms: readonly { code: string }[] | undefined): string[] => (terms ?? []).map(({ code }) => code)

export const toPageDocument = (source: PageSource): PageDocument => ({
  ...toPage(source),
  documentId: source.documentId,
  locale: localeOf(source),
  locales: 'locales' in source ? source.locales : [defaultLocale],
  categoryCodes: source.kind === 'sheet' ? codes(source.categories) : [],
  topicCodes: source.kind === 'sheet' || source.kind === 'faq' ? codes(source.topics) : [],
  givesWayTo: 'givesWayTo' in source ? source.givesWayTo : [],
  lifeEventCodes: source.kind === 'sheet' ? codes(source.lifeEvents) : [],
  sortTitle: fold(titleOf(source)),
  sortTime: Math.floor((Date.parse(source.updatedAt) || 0) / 1000),
})
