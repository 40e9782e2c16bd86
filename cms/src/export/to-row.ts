// SPDX-License-Identifier: AGPL-3.0-or-later
import { defaultLocale, isLocale, sheetSectionKeys, type ImportList, type Locale, type RowStatus } from '@linea-comune/config'
import { importedTypes } from '../import/store/content-types'
import type { Document } from '../import/store/fingerprint'

/** What there is to know about a version beside its columns. */
export interface VersionFacts {
  id: string
  /** Null is the federation. */
  ente: string | null
  locale: Locale
  status: RowStatus
  /** Whether it says what all languages share. */
  leads: boolean
  /** How a file points at what a relation leads to. */
  idsOf: (relation: string) => string[]
}

type Row = Record<string, unknown>

/** What is empty is left out: an import of an export takes what is absent for empty. A text of no characters is not absent. */
const dense = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).filter(([, value]) => value !== null && value !== undefined && !(Array.isArray(value) && value.length === 0)),
  )

const part = (names: readonly string[], value: unknown): unknown =>
  Array.isArray(value)
    ? value.map((one) => part(names, one))
    : typeof value === 'object' && value !== null
      ? dense(Object.fromEntries(names.map((name) => [name, (value as Row)[name]])))
      : undefined

const pick = (document: Document, names: readonly string[]): Row => Object.fromEntries(names.map((name) => [name, document[name]]))

/** Of columns that hold any JSON, the list of words that they are meant for. */
const words = (value: unknown): string[] => (Array.isArray(value) ? value.filter((word) => typeof word === 'string') : [])

const codes = (terms: unknown): string[] => (Array.isArray(terms) ? terms.map((term) => (term as { code: string }).code) : [])

/** Required ones may still be missing in a draft. */
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const rows: Record<ImportList, (document: Document, facts: VersionFacts, parts: Row) => Row> = {
  enti: (document, { id }, { address, hours, translations }) => ({
    code: id,
    name: text(document.name),
    ...pick(document, ['slug', 'kind', 'lifecycle', 'province', 'istatCode', 'summary']),
    brand: document.primaryColour == null ? undefined : { primary: document.primaryColour },
    address,
    ...pick(document, ['fiscalCode', 'phone', 'email', 'pec', 'website']),
    hours,
    patronSaint:
      document.patronSaintName == null && document.patronSaintDay == null
        ? undefined
        : dense({ name: document.patronSaintName, day: document.patronSaintDay }),
    languages: words(document.languages).filter(isLocale),
    ...pick(document, ['accessibilityUrl', 'privacyUrl']),
    translations,
  }),
  places: (document, { id, ente }, { address, hours, translations }) => ({
    id,
    ente,
    name: text(document.name),
    summary: document.summary,
    address,
    lat: document.latitude,
    lon: document.longitude,
    access: document.access,
    hours,
    hoursNote: document.hoursNote,
    translations,
  }),
  contactPoints: (document, { id, ente }, { entries }) => ({
    id,
    ente,
    name: text(document.name),
    entries,
    hoursNote: document.hoursNote,
  }),
  offices: (document, { id, ente, idsOf }, { hours, translations }) => ({
    id,
    ente,
    name: text(document.name),
    ...pick(document, ['slug', 'summary', 'duties', 'kind']),
    places: idsOf('places'),
    contactPoints: idsOf('contactPoints'),
    channel: document.forwardingChannel,
    email: document.forwardingEmail,
    hours,
    hoursNote: document.hoursNote,
    translations,
  }),
  sheets: (document, { id, ente, locale, status, leads, idsOf }) => ({
    id,
    ente,
    locale,
    status,
    title: text(document.title),
    ...pick(document, ['slug', 'summary', ...sheetSectionKeys]),
    keywords: words(document.keywords),
    category: codes(document.categories),
    topics: codes(document.topics),
    lifeEvents: codes(document.lifeEvents),
    offices: idsOf('offices'),
    contactPoints: idsOf('contactPoints'),
    places: idsOf('places'),
    ...pick(document, ['onlineUrl', 'onlineLabel', 'bookingUrl', 'inactiveReason']),
    ...(leads && pick(document, importedTypes.sheets.shared)),
  }),
  faqs: (document, { id, ente, locale, status, leads, idsOf }) => ({
    id,
    ente,
    locale,
    status,
    question: text(document.question),
    phrasings: words(document.phrasings),
    answer: document.answer,
    topics: codes(document.topics),
    sheet: idsOf('sheet')[0],
    ...(leads && pick(document, importedTypes.faqs.shared)),
  }),
  words: (document, { id, ente }) => ({ id, ente, ...pick(document, importedTypes.words.values) }),
}

/** A version of a document as a row of the import template. The order of its fields never changes, so that two exports can be compared. */
export const toRow = (list: ImportList, document: Document, facts: VersionFacts): Row => {
  const parts = Object.fromEntries(
    Object.entries(importedTypes[list].components).map(([name, names]) => [name, part(names, document[name])]),
  )
  const { ente, ...row } = rows[list](document, facts, parts)
  const { id, ...rest } = row
  // Whose it is is said even when it is the federation's.
  return list === 'enti' ? dense(row) : { id, ente: ente ?? null, ...dense(rest) }
}

/** The one that decides what all languages share: the default language's, else the first. */
export const leaderOf = (locales: readonly Locale[], there: ReadonlySet<Locale>): Locale | undefined =>
  there.has(defaultLocale) ? defaultLocale : locales.find((locale) => there.has(locale))
