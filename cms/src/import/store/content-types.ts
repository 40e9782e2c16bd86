// SPDX-License-Identifier: AGPL-3.0-or-later
import { sheetSectionKeys, type ImportList } from '@linea-comune/config'

/** What the import writes of each type, and so what it compares when it comes again. Anything else belongs to the panel. */
export interface ImportedType {
  uid:
    | 'api::ente.ente'
    | 'api::place.place'
    | 'api::contact-point.contact-point'
    | 'api::office.office'
    | 'api::service-sheet.service-sheet'
    | 'api::faq.faq'
    | 'api::lexicon-entry.lexicon-entry'
  /** Has drafts and languages. */
  localized: boolean
  values: readonly string[]
  /** Values that all languages share: the row in the default language decides them. */
  shared: readonly string[]
  /** Values of the panel's, unless the row names them. */
  named: readonly string[]
  components: Readonly<Record<string, readonly string[]>>
  relations: readonly string[]
}

const hours = ['day', 'opens', 'closes'] as const
const address = ['street', 'postalCode', 'city'] as const
const translations = ['locale', 'name', 'summary'] as const

export const importedTypes: Record<ImportList, ImportedType> = {
  enti: {
    uid: 'api::ente.ente',
    localized: false,
    values: [
      'name',
      'slug',
      'kind',
      'province',
      'istatCode',
      'summary',
      'primaryColour',
      'fiscalCode',
      'phone',
      'email',
      'pec',
      'website',
      'patronSaintName',
      'patronSaintDay',
      'languages',
      'accessibilityUrl',
      'privacyUrl',
    ],
    shared: [],
    named: ['lifecycle'],
    components: { address, hours, translations },
    relations: [],
  },
  places: {
    uid: 'api::place.place',
    localized: false,
    values: ['name', 'summary', 'latitude', 'longitude', 'access', 'hoursNote'],
    shared: [],
    named: [],
    components: { address, hours, translations },
    relations: [],
  },
  contactPoints: {
    uid: 'api::contact-point.contact-point',
    localized: false,
    values: ['name', 'hoursNote'],
    shared: [],
    named: [],
    components: { entries: ['type', 'value', 'label'] },
    relations: [],
  },
  offices: {
    uid: 'api::office.office',
    localized: false,
    values: ['name', 'summary', 'duties', 'kind', 'hoursNote', 'forwardingEmail'],
    shared: [],
    named: ['slug', 'forwardingChannel'],
    components: { hours, translations },
    relations: ['places', 'contactPoints'],
  },
  sheets: {
    uid: 'api::service-sheet.service-sheet',
    localized: true,
    values: ['title', 'summary', ...sheetSectionKeys, 'keywords', 'onlineUrl', 'onlineLabel', 'bookingUrl', 'inactiveReason'],
    shared: ['active', 'reviewBy', 'provenance'],
    named: ['slug'],
    components: {},
    relations: ['categories', 'topics', 'lifeEvents', 'offices', 'contactPoints', 'places'],
  },
  faqs: {
    uid: 'api::faq.faq',
    localized: true,
    values: ['question', 'phrasings', 'answer'],
    shared: ['validUntil', 'reviewer', 'provenance'],
    named: [],
    components: {},
    relations: ['topics', 'sheet'],
  },
  words: {
    uid: 'api::lexicon-entry.lexicon-entry',
    localized: false,
    values: ['says', 'means', 'reason', 'language', 'origin', 'active'],
    shared: [],
    named: [],
    components: {},
    relations: [],
  },
}
