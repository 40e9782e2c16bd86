// SPDX-License-Identifier: AGPL-3.0-or-later
import { defaultLocale } from '@linea-comune/config'
import type {
  ContactPointSource,
  EntePage,
  FaqPage,
  OfficePage,
  OfficeSource,
  OpeningHours,
  PlaceSource,
  SheetPage,
  Term,
} from '@linea-comune/search'
import type { z } from '@hono/zod-openapi'
import type { contactPointSchema, EnteItem, FaqItem, OfficeItem, placeSchema, SheetItem, termSchema } from './schemas.js'
import { asRemembered } from './remembered.js'
import { conceptUri } from './vocabularies.js'

/** What leaves the server, field by field: a field that is added to the index stays inside until somebody writes it here. */
const presentTerm =
  (uri: (code: string) => string | null) =>
  ({ code, slug, name }: Term): z.infer<typeof termSchema> => ({ code, slug, name, uri: uri(code) })

const noUri = (): null => null

const presentHours = (hours: readonly OpeningHours[]): OpeningHours[] => hours.map(({ day, opens, closes }) => ({ day, opens, closes }))

type AddressItem = z.infer<typeof placeSchema>['address']
const presentAddress = (address: PlaceSource['address']): AddressItem =>
  address === null ? null : { street: address.street, postalCode: address.postalCode, city: address.city }

const presentContactPoint = (point: ContactPointSource): z.infer<typeof contactPointSchema> => ({
  id: point.documentId,
  name: point.name,
  entries: point.entries.map(({ type, value, label }) => ({ type, value, label })),
  hoursNote: point.hoursNote,
})

const presentPlace = (place: Omit<PlaceSource, 'access'>): z.infer<typeof placeSchema> => ({
  id: place.documentId,
  name: place.name,
  summary: place.summary,
  address: presentAddress(place.address),
  latitude: place.latitude,
  longitude: place.longitude,
  hours: presentHours(place.hours),
  hoursNote: place.hoursNote,
})

const presentLinkedOffice = (
  office: Omit<OfficeSource, 'duties' | 'places'> & { places: Omit<PlaceSource, 'access'>[] },
): SheetItem['offices'][number] => ({
  id: office.documentId,
  // An office belongs to somebody always; the empty code is what the index makes of a row without one.
  ente: office.enteCode === '' ? null : office.enteCode,
  slug: office.slug,
  name: office.name,
  summary: office.summary,
  hours: presentHours(office.hours),
  hoursNote: office.hoursNote,
  places: office.places.map(presentPlace),
  contactPoints: office.contactPoints.map(presentContactPoint),
  updatedAt: office.updatedAt,
})

/** Addresses of citizens' pages. */
export interface PageLinks {
  publicUrl: string
  /** Web address of the Ente under which the page is shown; null when there is none to name. */
  enteSlug: string | null
}

const pageUrl = ({ publicUrl, enteSlug }: PageLinks, ...rest: string[]): string | null =>
  enteSlug === null ? null : [publicUrl, ...[enteSlug, ...rest].map(encodeURIComponent)].join('/')

const inLanguage = (url: string | null, locale: string): string | null =>
  url === null || locale === defaultLocale ? url : `${url}?lang=${locale}`

export const presentSheet = (page: SheetPage, links: PageLinks): SheetItem => ({
  id: page.documentId,
  ente: page.enteCode,
  locale: page.locale,
  locales: page.locales,
  url: inLanguage(pageUrl(links, 'servizi', page.slug), page.locale),
  slug: page.slug,
  title: page.title,
  summary: page.summary,
  active: page.active,
  inactiveReason: page.inactiveReason,
  sections: page.sections.map(({ key, heading, html, text }) => ({ key, heading, html, text })),
  keywords: page.keywords,
  categories: page.categories.map(presentTerm(conceptUri.category)),
  topics: page.topics.map(presentTerm(noUri)),
  lifeEvents: page.lifeEvents.map(presentTerm(conceptUri.lifeEvent)),
  offices: page.offices.map(presentLinkedOffice),
  contactPoints: page.contactPoints.map(presentContactPoint),
  places: page.places.map(presentPlace),
  onlineUrl: page.onlineUrl,
  onlineLabel: page.onlineLabel,
  bookingUrl: page.bookingUrl,
  outdatedSince: page.outdatedSince,
  updatedAt: page.updatedAt,
})

export const presentFaq = (page: FaqPage): FaqItem => ({
  id: page.documentId,
  ente: page.enteCode,
  locale: page.locale,
  locales: page.locales,
  question: page.question,
  answer: { html: page.answer.html, text: page.answer.text },
  topics: page.topics.map(presentTerm(noUri)),
  sheet: page.sheet === null ? null : { slug: page.sheet.slug, title: page.sheet.title, ente: page.sheet.enteCode },
  outdatedSince: page.outdatedSince,
  updatedAt: page.updatedAt,
})

export const presentOffice = (page: OfficePage, links: PageLinks): OfficeItem => ({
  ...presentLinkedOffice(page),
  url: pageUrl(links, 'uffici', page.slug),
  duties: { html: page.duties.html, text: page.duties.text },
})

export const presentEnte = (ente: EntePage, links: PageLinks): EnteItem => presentShown(asRemembered(ente), links)

const presentShown = (page: EntePage, links: PageLinks): EnteItem => ({
  id: page.documentId,
  code: page.code,
  slug: page.slug,
  name: page.name,
  kind: page.enteKind,
  province: page.province,
  summary: page.summary,
  lifecycle: page.lifecycle,
  url: page.lifecycle === 'left' ? null : pageUrl(links),
  address: presentAddress(page.address),
  fiscalCode: page.fiscalCode,
  phone: page.phone,
  email: page.email,
  pec: page.pec,
  website: page.website,
  hours: presentHours(page.hours),
  languages: page.languages,
  updatedAt: page.updatedAt,
})
