// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from '@hono/zod-openapi'
import { locales, sheetSectionKeys, enteLifecycles } from '@linea-comune/config'

const locale = z.enum(locales)
const instant = z.iso.datetime({ offset: true })
const outdatedSince = instant
  .nullable()
  .openapi({ description: 'Da quando il testo italiano è più recente di questa traduzione; null se è aggiornata.' })
const url = z.string().openapi({ format: 'uri' })
const owner = z.string().nullable().openapi({ description: 'Codice IPA dell’Ente; null per i contenuti comuni della federazione.' })

export const termSchema = z
  .object({
    code: z.string(),
    slug: z.string(),
    name: z.string(),
    uri: url.nullable().openapi({ description: 'Concetto del vocabolario controllato OntoPiA, dove esiste.' }),
  })
  .openapi('Term')

const hours = z
  .array(z.object({ day: z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']), opens: z.string(), closes: z.string() }))
  .openapi('OpeningHours', { description: 'Ora locale, HH:MM. Due intervalli nello stesso giorno sono due elementi.' })
const address = z.object({ street: z.string(), postalCode: z.string(), city: z.string() }).openapi('Address')

export const contactPointSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    entries: z.array(
      z.object({
        type: z.enum(['phone', 'email', 'pec', 'url', 'fax', 'whatsapp', 'address']),
        value: z.string(),
        label: z.string(),
      }),
    ),
    hoursNote: z.string(),
  })
  .openapi('ContactPoint')

export const placeSchema = z
  .object({
    id: z.string(),
    name: z.string(),
    summary: z.string(),
    address: address.nullable(),
    latitude: z.number().nullable(),
    longitude: z.number().nullable(),
    hours,
    hoursNote: z.string(),
  })
  .openapi('Place')

const officeShape = {
  id: z.string(),
  ente: owner,
  slug: z.string(),
  name: z.string(),
  summary: z.string(),
  hours,
  hoursNote: z.string(),
  places: z.array(placeSchema),
  contactPoints: z.array(contactPointSchema),
  updatedAt: instant,
}
const linkedOfficeSchema = z.object(officeShape).openapi('LinkedOffice')

const text = { html: z.string().openapi({ description: 'HTML sicuro: niente script, niente stili.' }), text: z.string() }

export const sheetSchema = z.object({
  id: z.string().openapi({ description: 'Lo stesso in tutte le lingue.' }),
  ente: owner,
  locale,
  locales: z.array(locale).openapi({ description: 'Le lingue in cui questa scheda è pubblicata.' }),
  url: url.nullable().openapi({ description: 'La pagina per i cittadini. Per una scheda comune c’è solo con `visibleTo`.' }),
  slug: z.string(),
  title: z.string(),
  summary: z.string(),
  active: z.boolean(),
  inactiveReason: z.string(),
  sections: z.array(z.object({ key: z.enum(sheetSectionKeys as [string, ...string[]]), heading: z.string(), ...text })),
  keywords: z.array(z.string()),
  categories: z.array(termSchema),
  topics: z.array(termSchema),
  lifeEvents: z.array(termSchema),
  offices: z.array(linkedOfficeSchema),
  contactPoints: z.array(contactPointSchema),
  places: z.array(placeSchema),
  onlineUrl: z.string(),
  onlineLabel: z.string(),
  bookingUrl: z.string(),
  outdatedSince,
  updatedAt: instant,
})
export type SheetItem = z.infer<typeof sheetSchema>

export const faqSchema = z.object({
  id: z.string().openapi({ description: 'Lo stesso in tutte le lingue.' }),
  ente: owner,
  locale,
  locales: z.array(locale),
  question: z.string(),
  answer: z.object(text),
  topics: z.array(termSchema),
  sheet: z.object({ slug: z.string(), title: z.string(), ente: owner }).nullable(),
  outdatedSince,
  updatedAt: instant,
})
export type FaqItem = z.infer<typeof faqSchema>

export const officeSchema = z.object({ ...officeShape, url: url.nullable(), duties: z.object(text) })
export type OfficeItem = z.infer<typeof officeSchema>

export const enteSchema = z.object({
  id: z.string(),
  code: z.string().openapi({ description: 'Codice nell’indice delle pubbliche amministrazioni (IPA).' }),
  slug: z.string(),
  name: z.string(),
  kind: z.string(),
  province: z.string(),
  summary: z.string(),
  lifecycle: z.enum(enteLifecycles).openapi({ description: 'Chi è uscito dalla federazione resta in elenco; i suoi contenuti no.' }),
  url: url.nullable(),
  address: address.nullable(),
  fiscalCode: z.string(),
  phone: z.string(),
  email: z.string(),
  pec: z.string(),
  website: z.string(),
  hours,
  languages: z.array(locale),
  updatedAt: instant,
})
export type EnteItem = z.infer<typeof enteSchema>

export const vocabularyTermSchema = z
  .object({
    code: z.string(),
    slug: z.string(),
    name: z.string(),
    names: z.record(z.enum(locales), z.string()),
    uri: url.nullable(),
  })
  .openapi('VocabularyTerm')

export const statusSchema = z.object({ title: z.string(), status: z.number().int(), detail: z.string() }).openapi('Status')
