// SPDX-License-Identifier: AGPL-3.0-or-later
import type {
  ConfirmedQuestionSource,
  EnteSource,
  FaqSource,
  IndexSource,
  LexiconEntrySource,
  OfficeSource,
  PlaceSource,
  SheetSource,
  Term,
} from '../model.js'

const updatedAt = '2026-11-01T08:00:00.000Z'

export const valdombra = 'c_v001'
export const portolieto = 'c_p002'

export const aSheet = (
  given: Partial<SheetSource> & Pick<SheetSource, 'documentId' | 'title'>,
): Extract<IndexSource, { kind: 'sheet' }> => ({
  kind: 'sheet',
  enteCode: valdombra,
  givesWayTo: [],
  locale: 'it',
  slug: given.documentId,
  summary: '',
  active: true,
  inactiveReason: '',
  sections: {},
  keywords: [],
  categories: [],
  topics: [],
  lifeEvents: [],
  offices: [],
  contactPoints: [],
  places: [],
  onlineUrl: '',
  onlineLabel: '',
  bookingUrl: '',
  locales: ['it'],
  slugs: {},
  outdatedSince: null,
  reviewBy: null,
  updatedAt,
  ...given,
})

export const aFaq = (given: Partial<FaqSource> & Pick<FaqSource, 'documentId' | 'question'>): Extract<IndexSource, { kind: 'faq' }> => ({
  kind: 'faq',
  enteCode: valdombra,
  givesWayTo: [],
  locale: 'it',
  phrasings: [],
  answer: 'Risposta.',
  topics: [],
  sheet: null,
  locales: ['it'],
  outdatedSince: null,
  reviewBy: null,
  updatedAt,
  ...given,
})

export const anEnte = (
  given: Partial<EnteSource> & Pick<EnteSource, 'code' | 'slug' | 'name'>,
): Extract<IndexSource, { kind: 'ente' }> => ({
  kind: 'ente',
  documentId: `ente-${given.slug}`,
  nameLocale: 'it',
  translations: [],
  summary: '',
  summaryLocale: 'it',
  enteKind: 'Comune',
  province: 'XX',
  lifecycle: 'active',
  thresholds: null,
  primaryColour: '#005577',
  address: null,
  fiscalCode: '',
  phone: '',
  email: '',
  pec: '',
  website: '',
  hours: [],
  patronSaint: null,
  languages: ['it'],
  accessibilityUrl: '',
  privacyUrl: '',
  updatedAt,
  ...given,
})

export const anOffice = (
  given: Partial<OfficeSource> & Pick<OfficeSource, 'documentId' | 'name'>,
): Extract<IndexSource, { kind: 'office' }> => ({
  kind: 'office',
  enteCode: valdombra,
  slug: given.documentId,
  nameLocale: 'it',
  translations: [],
  summary: '',
  summaryLocale: 'it',
  duties: '',
  hours: [],
  hoursNote: '',
  places: [],
  contactPoints: [],
  updatedAt,
  ...given,
})

export const aPlace = (given: Partial<PlaceSource> & Pick<PlaceSource, 'documentId' | 'name'>): PlaceSource => ({
  enteCode: valdombra,
  nameLocale: 'it',
  translations: [],
  summary: '',
  summaryLocale: 'it',
  address: null,
  latitude: null,
  longitude: null,
  access: '',
  hours: [],
  hoursNote: '',
  updatedAt,
  ...given,
})

export const aTerm = (given: Partial<Term> & Pick<Term, 'code' | 'slug' | 'name'>): Term => ({
  nameLocale: 'it',
  translations: [],
  ...given,
})

export const aLexiconEntry = (
  given: Partial<LexiconEntrySource> & Pick<LexiconEntrySource, 'documentId' | 'says' | 'means'>,
): Extract<IndexSource, { kind: 'lexicon-entry' }> => ({ kind: 'lexicon-entry', enteCode: valdombra, locale: 'it', updatedAt, ...given })

export const aConfirmedQuestion = (
  given: Partial<ConfirmedQuestionSource> & Pick<ConfirmedQuestionSource, 'documentId' | 'question' | 'answer'>,
): Extract<IndexSource, { kind: 'confirmed-question' }> => ({
  kind: 'confirmed-question',
  enteCode: valdombra,
  locale: 'it',
  confirmedOn: updatedAt,
  updatedAt,
  ...given,
})
