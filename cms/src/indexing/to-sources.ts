// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  defaultLocale,
  isLocale,
  isWebAddress,
  sheetSectionKeys,
  type EnteLifecycle,
  type Locale,
  type SheetSectionKey,
} from '@linea-comune/config'
import {
  namedIn,
  officeIn,
  summarisedIn,
  type Address,
  type ContactPointSource,
  type IndexedKind,
  type IndexSource,
  type Named,
  type OfficeSource,
  type OpeningHours,
  type PlaceSource,
  type Summarised,
  type Term,
} from '@linea-comune/search'

// Rows as the database gives them: every column may be null.
type Text = string | null
/** What every row has, of whichever kind. */
export interface Row {
  documentId: string
  locale?: string | null
  enteCode?: Text
}
interface Translated {
  translations?: { locale: string; name: string; summary: Text }[]
}
interface TermRow extends Translated {
  code: string
  slug: string
  name: string
}
interface PlaceRow extends Translated {
  documentId: string
  enteCode: Text
  name: string
  summary: Text
  address: { street: string; postalCode: Text; city: Text } | null
  latitude: number | null
  longitude: number | null
  access: Text
  hours?: OpeningHours[]
  hoursNote: Text
  updatedAt: string
}
interface ContactPointRow {
  documentId: string
  enteCode: Text
  name: string
  entries?: { type: ContactPointSource['entries'][number]['type']; value: string; label: Text }[]
  hoursNote: Text
  updatedAt: string
}
interface OfficeRow extends Translated {
  documentId: string
  enteCode: Text
  slug: Text
  name: string
  summary: Text
  duties: Text
  hours?: OpeningHours[]
  hoursNote: Text
  places?: PlaceRow[]
  contactPoints?: ContactPointRow[]
  updatedAt: string
}
type SheetRow = {
  documentId: string
  enteCode: Text
  locale: string
  slug: Text
  title: string
  summary: Text
  active: boolean | null
  inactiveReason: Text
  keywords: string[] | null
  categories?: TermRow[]
  topics?: TermRow[]
  lifeEvents?: TermRow[]
  offices?: OfficeRow[]
  contactPoints?: ContactPointRow[]
  places?: PlaceRow[]
  onlineUrl: Text
  onlineLabel: Text
  bookingUrl: Text
  outdatedSince: Text
  reviewBy: Text
  updatedAt: string
} & Record<SheetSectionKey, Text>
interface FaqRow {
  documentId: string
  enteCode: Text
  locale: string
  question: string
  phrasings: string[] | null
  answer: Text
  topics?: TermRow[]
  sheet?: { slug: Text; title: string; enteCode: Text; documentId: string } | null
  outdatedSince: Text
  reviewBy: Text
  updatedAt: string
}
interface LexiconEntryRow {
  documentId: string
  enteCode: Text
  language: string
  says: string[] | null
  means: Text
  updatedAt: string
}
interface ConfirmedQuestionRow {
  documentId: string
  enteCode: Text
  language: string
  question: Text
  answer: Text
  confirmedOn: Text
  updatedAt: string
}
export interface EnteRow extends Translated {
  documentId: string
  code: string
  slug: string
  name: string
  kind: Text
  province: Text
  summary: Text
  lifecycle: EnteLifecycle
  primaryColour: Text
  address: PlaceRow['address']
  fiscalCode: Text
  phone: Text
  email: Text
  pec: Text
  website: Text
  hours?: OpeningHours[]
  patronSaintName: Text
  patronSaintDay: Text
  languages: string[] | null
  accessibilityUrl: Text
  privacyUrl: Text
  answerThreshold: number | null
  choiceThreshold: number | null
  updatedAt: string
}

const orEmpty = (text: Text | undefined): string => text ?? ''
/** Pages make a link of it: nothing else than an address of the web leads anywhere. */
const toLink = (text: Text | undefined): string => (text != null && isWebAddress(text) ? text : '')
const toHours = (rows: OpeningHours[] | undefined): OpeningHours[] => (rows ?? []).map(({ day, opens, closes }) => ({ day, opens, closes }))
const toAddress = (row: PlaceRow['address']): Address | null =>
  row === null ? null : { street: row.street, postalCode: orEmpty(row.postalCode), city: orEmpty(row.city) }

const toNamed = (row: Translated & { name: string }): Named => ({
  name: row.name,
  nameLocale: defaultLocale,
  translations: (row.translations ?? []).flatMap(({ locale, name, summary }) =>
    isLocale(locale) ? [{ locale, name, summary: orEmpty(summary) }] : [],
  ),
})
const toSummarised = (row: Translated & { name: string; summary: Text }): Summarised => ({
  ...toNamed(row),
  summary: orEmpty(row.summary),
  summaryLocale: defaultLocale,
})
const toTerm =
  (locale: Locale) =>
  (row: TermRow): Term =>
    namedIn({ ...toNamed(row), code: row.code, slug: row.slug }, locale)

const toPlace = (row: PlaceRow): PlaceSource => ({
  ...toSummarised(row),
  documentId: row.documentId,
  enteCode: orEmpty(row.enteCode),
  address: toAddress(row.address),
  latitude: row.latitude,
  longitude: row.longitude,
  access: orEmpty(row.access),
  hours: toHours(row.hours),
  hoursNote: orEmpty(row.hoursNote),
  updatedAt: row.updatedAt,
})

const toContactPoint = (row: ContactPointRow): ContactPointSource => ({
  documentId: row.documentId,
  enteCode: orEmpty(row.enteCode),
  name: row.name,
  entries: (row.entries ?? []).map(({ type, value, label }) => ({ type, value, label: orEmpty(label) })),
  hoursNote: orEmpty(row.hoursNote),
  updatedAt: row.updatedAt,
})

const toOffice = (row: OfficeRow): OfficeSource => ({
  ...toSummarised(row),
  documentId: row.documentId,
  enteCode: orEmpty(row.enteCode),
  slug: row.slug ?? row.documentId,
  duties: orEmpty(row.duties),
  hours: toHours(row.hours),
  hoursNote: orEmpty(row.hoursNote),
  places: (row.places ?? []).map(toPlace),
  contactPoints: (row.contactPoints ?? []).map(toContactPoint),
  updatedAt: row.updatedAt,
})

const toEnte = (row: EnteRow): IndexSource => ({
  ...toSummarised(row),
  kind: 'ente',
  documentId: row.documentId,
  code: row.code,
  slug: row.slug,
  // The kind of administration; `kind` of an index source is the kind of record.
  enteKind: orEmpty(row.kind),
  province: orEmpty(row.province),
  lifecycle: row.lifecycle,
  primaryColour: row.primaryColour ?? '#0066cc',
  address: toAddress(row.address),
  fiscalCode: orEmpty(row.fiscalCode),
  phone: orEmpty(row.phone),
  email: orEmpty(row.email),
  pec: orEmpty(row.pec),
  website: toLink(row.website),
  hours: toHours(row.hours),
  patronSaint: row.patronSaintName === null ? null : { name: row.patronSaintName, day: orEmpty(row.patronSaintDay) },
  languages: (row.languages ?? [defaultLocale]).filter(isLocale),
  accessibilityUrl: toLink(row.accessibilityUrl),
  privacyUrl: toLink(row.privacyUrl),
  thresholds:
    row.answerThreshold === null || row.choiceThreshold === null ? null : { answer: row.answerThreshold, choice: row.choiceThreshold },
  updatedAt: row.updatedAt,
})

const localeOf = (row: { locale: string }): Locale => (isLocale(row.locale) ? row.locale : defaultLocale)

const toSections = (row: SheetRow): Partial<Record<SheetSectionKey, string>> => {
  const sections: Partial<Record<SheetSectionKey, string>> = {}
  for (const key of sheetSectionKeys) {
    const text = orEmpty(row[key])
    if (text !== '') sections[key] = text
  }
  return sections
}

const addressOf = (row: { slug: Text; documentId: string }): string => row.slug ?? row.documentId

/** What an administrator moved to another Ente is still linked from where it was, and is no more to be shown there. */
const linkable =
  ({ enteCode }: { enteCode: string | null }) =>
  (linked: { enteCode: Text }): boolean =>
    linked.enteCode === null || linked.enteCode === enteCode

const toSheet = (row: SheetRow, locales: Locale[], slugs: Partial<Record<Locale, string>>, givesWayTo: string[]): IndexSource => {
  const locale = localeOf(row)
  return {
    kind: 'sheet',
    documentId: row.documentId,
    enteCode: row.enteCode,
    givesWayTo,
    locale,
    slug: addressOf(row),
    title: row.title,
    summary: orEmpty(row.summary),
    active: row.active ?? true,
    inactiveReason: orEmpty(row.inactiveReason),
    sections: toSections(row),
    keywords: row.keywords ?? [],
    categories: (row.categories ?? []).map(toTerm(locale)),
    topics: (row.topics ?? []).map(toTerm(locale)),
    lifeEvents: (row.lifeEvents ?? []).map(toTerm(locale)),
    offices: (row.offices ?? []).filter(linkable(row)).map((office) => officeIn(toOffice(office), locale)),
    contactPoints: (row.contactPoints ?? []).filter(linkable(row)).map(toContactPoint),
    places: (row.places ?? []).filter(linkable(row)).map((place) => summarisedIn(toPlace(place), locale)),
    onlineUrl: toLink(row.onlineUrl),
    onlineLabel: orEmpty(row.onlineLabel),
    bookingUrl: toLink(row.bookingUrl),
    locales,
    slugs,
    outdatedSince: row.outdatedSince,
    reviewBy: row.reviewBy,
    updatedAt: row.updatedAt,
  }
}

const toFaq = (row: FaqRow, locales: Locale[], givesWayTo: string[]): IndexSource => {
  const locale = localeOf(row)
  return {
    kind: 'faq',
    documentId: row.documentId,
    enteCode: row.enteCode,
    givesWayTo,
    locale,
    question: row.question,
    phrasings: row.phrasings ?? [],
    answer: orEmpty(row.answer),
    topics: (row.topics ?? []).map(toTerm(locale)),
    sheet:
      row.sheet && linkable(row)(row.sheet)
        ? { slug: row.sheet.slug ?? row.sheet.documentId, title: row.sheet.title, enteCode: row.sheet.enteCode }
        : null,
    locales,
    outdatedSince: row.outdatedSince,
    reviewBy: row.reviewBy,
    updatedAt: row.updatedAt,
  }
}

const toLexiconEntry = (row: LexiconEntryRow): IndexSource => ({
  kind: 'lexicon-entry',
  documentId: row.documentId,
  enteCode: row.enteCode,
  locale: localeOf({ locale: row.language }),
  says: row.says ?? [],
  means: orEmpty(row.means),
  updatedAt: row.updatedAt,
})

const toConfirmedQuestion = (row: ConfirmedQuestionRow): IndexSource => ({
  kind: 'confirmed-question',
  documentId: row.documentId,
  enteCode: row.enteCode,
  locale: localeOf({ locale: row.language }),
  question: orEmpty(row.question),
  answer: orEmpty(row.answer),
  confirmedOn: row.confirmedOn ?? row.updatedAt,
  updatedAt: row.updatedAt,
})

/** Rows of one kind as the index takes them. */
export const toSources = (kind: IndexedKind, rows: Row[], replaced: ReadonlyMap<string, string[]>): IndexSource[] => {
  const givesWayTo = (documentId: string): string[] => replaced.get(documentId) ?? []
  // Rows of one document, one per language; what a row lacks is a fault of ours and shows in the worker's log.
  const locales = (documentId: string): Locale[] =>
    rows.filter((row) => row.documentId === documentId).map((row) => localeOf({ locale: row.locale ?? defaultLocale }))
  const slugs = (documentId: string): Partial<Record<Locale, string>> =>
    Object.fromEntries((rows as SheetRow[]).flatMap((row) => (row.documentId === documentId ? [[row.locale, addressOf(row)]] : [])))
  const convert: Record<IndexedKind, (row: Row) => IndexSource> = {
    ente: (row) => toEnte(row as EnteRow),
    place: (row) => ({ kind: 'place', ...toPlace(row as PlaceRow) }),
    'contact-point': (row) => ({ kind: 'contact-point', ...toContactPoint(row as ContactPointRow) }),
    office: (row) => ({ kind: 'office', ...toOffice(row as OfficeRow) }),
    sheet: (row) => toSheet(row as SheetRow, locales(row.documentId), slugs(row.documentId), givesWayTo(row.documentId)),
    faq: (row) => toFaq(row as FaqRow, locales(row.documentId), givesWayTo(row.documentId)),
    'lexicon-entry': (row) => toLexiconEntry(row as LexiconEntryRow),
    'confirmed-question': (row) => toConfirmedQuestion(row as ConfirmedQuestionRow),
  }
  return rows.map(convert[kind])
}
