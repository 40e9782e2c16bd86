// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { languagesFault, locales, translationLocales } from '../locales.js'
import { sheetSectionKeys, type SheetSectionKey } from '../sheet-sections.js'

/** Longest values: the first two are the content types' own, `short` is what a string column holds. */
export const importLimits = { title: 160, summary: 1000, question: 500, short: 255, id: 200, text: 50_000, listItem: 200 } as const

// A cell that is null, empty or absent says the same thing: nothing. Which fields must say something is asked by `required`.
const blankToNothing = (value: unknown): unknown =>
  value === null || (typeof value === 'string' && value.trim() === '') ? undefined : value
const optional = <S extends z.ZodType>(schema: S) => z.preprocess(blankToNothing, schema.optional())
const required = <S extends z.ZodType>(schema: S) => z.preprocess(blankToNothing, schema)

const words = (max: number) => z.string().trim().max(max)
const short = optional(words(importLimits.short))
const text = optional(words(importLimits.text))
/** Lists may be written as one string, `a | b`, as in a CSV cell. */
const list = optional(
  z.preprocess(
    (value) => (typeof value === 'string' ? value.split('|') : value),
    z.array(z.string().trim().max(importLimits.listItem)).transform((items) => [...new Set(items.filter((item) => item !== ''))]),
  ),
)
const webAddress = optional(z.url({ protocol: /^https?$/ }).max(importLimits.short))
const mailAddress = optional(z.email().max(importLimits.short))
const date = optional(z.iso.date())
const flag = optional(z.union([z.boolean(), z.stringbool({ truthy: ['sì', 'si', 'true', '1'], falsy: ['no', 'false', '0'] })]))

/** Ids are the author's own: a number is as good as a word. */
const id = required(z.union([z.string(), z.number().int()]).transform(String).pipe(words(importLimits.id)))
/** Code of the Ente, null for the federation. Absent is not null: who says nothing has probably forgotten it. */
const ente = z.preprocess((value) => (typeof value === 'string' ? value.trim() : value), z.string().max(40).nullable().optional())
const locale = z.preprocess((value) => blankToNothing(value) ?? 'it', z.string().trim().toLowerCase().pipe(z.enum(locales)))

const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/)
const hours = optional(z.array(z.object({ day: z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']), opens: time, closes: time })))
const address = optional(
  z.object({ street: words(importLimits.short).min(1), postalCode: optional(z.string().regex(/^\d{5}$/)), city: short }),
)
const translations = optional(
  z.array(z.object({ locale: z.enum(translationLocales), name: words(importLimits.short).min(1), summary: text })),
)

const enteKinds = ['comune', 'unione', 'provincia', 'citta-metropolitana', 'altro'] as const
const officeKinds = ['ufficio', 'area', 'giunta', 'consiglio', 'commissione', 'biblioteca', 'museo', 'altro'] as const
const contactTypes = ['phone', 'email', 'pec', 'url', 'fax', 'whatsapp', 'address'] as const

export const templateEnte = z.object({
  code: required(words(40).regex(/^[A-Za-z0-9_]+$/)),
  name: required(words(importLimits.short)),
  slug: optional(words(80)),
  kind: optional(z.enum(enteKinds)),
  province: optional(
    z
      .string()
      .regex(/^[A-Za-z]{2}$/)
      .toUpperCase(),
  ),
  summary: text,
  brand: optional(z.object({ primary: optional(z.string().regex(/^#[0-9a-fA-F]{6}$/)) })),
  address,
  fiscalCode: short,
  phone: short,
  email: mailAddress,
  pec: mailAddress,
  website: webAddress,
  hours,
  patronSaint: optional(
    z.object({ name: words(importLimits.short).min(1), day: z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/) }),
  ),
  languages: optional(z.array(z.enum(locales)).refine((list) => languagesFault(list) !== 'without-default')),
  accessibilityUrl: webAddress,
  privacyUrl: webAddress,
  translations,
})

export const templatePlace = z.object({
  id,
  ente,
  name: required(words(importLimits.short)),
  summary: text,
  address,
  lat: optional(z.number().min(-90).max(90)),
  lon: optional(z.number().min(-180).max(180)),
  access: text,
  hours,
  hoursNote: text,
  translations,
})

export const templateContactPoint = z.object({
  id,
  ente,
  name: required(words(importLimits.short)),
  entries: z.array(z.object({ type: z.enum(contactTypes), value: words(importLimits.short).min(1), label: short })).min(1),
  hoursNote: text,
})

export const templateOffice = z.object({
  id,
  ente,
  name: required(words(importLimits.short)),
  summary: text,
  duties: text,
  kind: optional(z.enum(officeKinds)),
  place: short,
  places: list,
  contactPoints: list,
  /** Where forwarded requests go. */
  email: mailAddress,
  hours,
  hoursNote: text,
  translations,
})

const sections = Object.fromEntries(sheetSectionKeys.map((key) => [key, text])) as Record<SheetSectionKey, typeof text>

export const templateSheet = z.object({
  id,
  ente,
  locale,
  title: required(words(importLimits.title)),
  summary: optional(words(importLimits.summary)),
  ...sections,
  keywords: list,
  /** One of the fifteen, or several. */
  category: list,
  topics: list,
  lifeEvents: list,
  offices: list,
  contactPoints: list,
  places: list,
  onlineUrl: webAddress,
  onlineLabel: short,
  bookingUrl: webAddress,
  active: flag,
  inactiveReason: text,
  reviewBy: date,
  provenance: short,
})

export const templateFaq = z.object({
  id,
  ente,
  locale,
  question: required(words(importLimits.question)),
  phrasings: list,
  answer: text,
  topics: list,
  sheet: short,
  validUntil: date,
  reviewer: short,
  provenance: short,
})

/** The lists of a template file, in the order in which they are written: what is pointed at comes first. */
export const importTemplate = {
  enti: templateEnte,
  places: templatePlace,
  contactPoints: templateContactPoint,
  offices: templateOffice,
  sheets: templateSheet,
  faqs: templateFaq,
} as const
export type ImportList = keyof typeof importTemplate
export type ImportRowOf<L extends ImportList> = z.infer<(typeof importTemplate)[L]>

export const importLists = Object.keys(importTemplate) as ImportList[]
