// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Thresholds } from './answer/thresholds.js'
import type { EnteLifecycle, Locale, SheetSectionKey } from '@linea-comune/config'

/** Hours of one day; times are local, `HH:MM`. Several intervals on a day are several rows. */
export interface OpeningHours {
  day: 'mon' | 'tue' | 'wed' | 'thu' | 'fri' | 'sat' | 'sun'
  opens: string
  closes: string
}

export interface Address {
  street: string
  postalCode: string
  city: string
}

/** A name in another language, and a summary where there is one. */
export interface Translation {
  locale: Locale
  name: string
  summary: string
}

/** What is written once, in Italian, and named in other languages too. */
export interface Named {
  name: string
  nameLocale: Locale
  translations: Translation[]
}

export interface Summarised extends Named {
  summary: string
  summaryLocale: Locale
}

/** A term of a vocabulary. */
export interface Term extends Named {
  code: string
  slug: string
}

// ---- What the back office hands over: the published state of one record. Texts are Markdown. ----

export interface EnteSource extends Summarised {
  documentId: string
  code: string
  slug: string
  /** comune, unione, provincia… */
  enteKind: string
  province: string
  lifecycle: EnteLifecycle
  /** Primary colour, `#rrggbb`. */
  primaryColour: string
  address: Address | null
  fiscalCode: string
  phone: string
  email: string
  pec: string
  website: string
  hours: OpeningHours[]
  patronSaint: { name: string; day: string } | null
  languages: Locale[]
  accessibilityUrl: string
  privacyUrl: string
  /** From which probability on its questions are answered; null until its citizens' verdicts have moved them. */
  thresholds: Thresholds | null
  updatedAt: string
}

export interface PlaceSource extends Summarised {
  documentId: string
  enteCode: string
  address: Address | null
  latitude: number | null
  longitude: number | null
  access: string
  hours: OpeningHours[]
  hoursNote: string
  updatedAt: string
}

export interface ContactPointSource {
  documentId: string
  enteCode: string
  name: string
  entries: { type: 'phone' | 'email' | 'pec' | 'url' | 'fax' | 'whatsapp' | 'address'; value: string; label: string }[]
  hoursNote: string
  updatedAt: string
}

export interface OfficeSource extends Summarised {
  documentId: string
  enteCode: string
  slug: string
  duties: string
  hours: OpeningHours[]
  hoursNote: string
  places: PlaceSource[]
  contactPoints: ContactPointSource[]
  updatedAt: string
}

export interface SheetSource {
  documentId: string
  enteCode: string | null
  /** Of the federation's: codes of the Enti that have published their own in its place. */
  givesWayTo: string[]
  locale: Locale
  slug: string
  title: string
  summary: string
  /** False when the service is not offered now; the reason is shown beside it. */
  active: boolean
  inactiveReason: string
  sections: Partial<Record<SheetSectionKey, string>>
  keywords: string[]
  categories: Term[]
  topics: Term[]
  lifeEvents: Term[]
  offices: OfficeSource[]
  contactPoints: ContactPointSource[]
  places: PlaceSource[]
  onlineUrl: string
  onlineLabel: string
  bookingUrl: string
  /** Languages in which this document is published, this one included. */
  locales: Locale[]
  /** Its address in each of them. */
  slugs: Partial<Record<Locale, string>>
  /** Of a translation: when the Italian version was changed after it. */
  outdatedSince: string | null
  /** Day by which the text is to be reviewed. */
  reviewBy: string | null
  updatedAt: string
}

export interface FaqSource {
  documentId: string
  enteCode: string | null
  /** As of a sheet. */
  givesWayTo: string[]
  locale: Locale
  question: string
  phrasings: string[]
  answer: string
  topics: Term[]
  sheet: { slug: string; title: string; enteCode: string | null } | null
  locales: Locale[]
  outdatedSince: string | null
  /** Day by which the text is to be reviewed. */
  reviewBy: string | null
  updatedAt: string
}

/** What citizens of an Ente, or of all, mean by words of their own. No page shows it. */
export interface LexiconEntrySource {
  documentId: string
  enteCode: string | null
  /** The language of those words. */
  locale: Locale
  /** Citizens' words and expressions. */
  says: string[]
  /** The administration's. */
  means: string
  updatedAt: string
}

/** A question of citizens of an Ente, or of all, and which text answers it, as a person confirmed. No page shows it. */
export interface ConfirmedQuestionSource {
  documentId: string
  enteCode: string | null
  /** Of the page on which it was asked. */
  locale: Locale
  question: string
  /** documentId of the sheet or FAQ. */
  answer: string
  confirmedOn: string
  updatedAt: string
}

/** Vocabulary terms have no page of their own record in the index: pages show them through the sheets that carry them. */
export type IndexSource =
  | ({ kind: 'ente' } & EnteSource)
  | ({ kind: 'office' } & OfficeSource)
  | ({ kind: 'place' } & PlaceSource)
  | ({ kind: 'contact-point' } & ContactPointSource)
  | ({ kind: 'sheet' } & SheetSource)
  | ({ kind: 'faq' } & FaqSource)
  | ({ kind: 'lexicon-entry' } & LexiconEntrySource)
  | ({ kind: 'confirmed-question' } & ConfirmedQuestionSource)

/** What has a page, or a place on one. */
export type PageSource = Exclude<IndexSource, { kind: 'lexicon-entry' | 'confirmed-question' }>

export type IndexedKind = IndexSource['kind']

// ---- What public pages read back. `html` is rendered from Markdown with raw HTML off, so it is safe to show. ----

interface Indexed<K extends PageSource['kind']> {
  /** `{enteCode|fed}_{documentId}_{locale}`; records without languages carry `it`. */
  id: string
  kind: K
  /** The Ente's code, or `fed`: what queries filter on. */
  scope: string
}

export interface RenderedText {
  html: string
  text: string
}

export type EntePage = Indexed<'ente'> & EnteSource
export type PlacePage = Indexed<'place'> & Omit<PlaceSource, 'access'> & { access: RenderedText }
export type ContactPointPage = Indexed<'contact-point'> & ContactPointSource
export type OfficePage = Indexed<'office'> &
  Omit<OfficeSource, 'duties' | 'places'> & { duties: RenderedText; places: Omit<PlaceSource, 'access'>[] }
export type SheetPage = Indexed<'sheet'> &
  Omit<SheetSource, 'sections' | 'offices' | 'places'> & {
    /** In the order of the Modello Comuni; only sections that have a text. */
    sections: ({ key: SheetSectionKey; heading: string } & RenderedText)[]
    offices: Omit<OfficeSource, 'duties'>[]
    places: PlaceSource[]
  }
export type FaqPage = Indexed<'faq'> & Omit<FaqSource, 'answer'> & { answer: RenderedText }
export type Page = EntePage | PlacePage | ContactPointPage | OfficePage | SheetPage | FaqPage

/** What a list of sheets or FAQs shows of each. */
export type SheetCard = Pick<SheetPage, 'id' | 'slug' | 'title' | 'summary' | 'categories' | 'topics' | 'enteCode' | 'locale' | 'updatedAt'>
export type FaqCard = Pick<
  FaqPage,
  'id' | 'documentId' | 'question' | 'answer' | 'enteCode' | 'locale' | 'outdatedSince' | 'reviewBy' | 'updatedAt'
>
