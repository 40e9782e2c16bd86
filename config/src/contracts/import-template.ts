// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { enteLifecycles } from '../ente-lifecycle.js'
import { lexiconEntryOrigins } from '../lexicon-entry.js'
import { defaultLocale, languagesFault, locales, translationLocales } from '../locales.js'
import { sheetSectionKeys, type SheetSectionKey } from '../sheet-sections.js'
import { isOtherAddress } from '../web-address.js'

/** Longest values: the first two are the content types' own, `short` is what a string column holds. */
export const importLimits = { title: 160, summary: 1000, question: 255, short: 255, id: 200, text: 50_000, listItem: 200 } as const

/** What the root of an exported file calls itself: its rows are taken as they are, to the last space. */
export const exportFormat = 'linea-comune-export'
/** Before the id of a document that belongs to the federation, where the Ente may have one of the same id. */
export const federationPrefix = 'federazione:'

const enteKinds = ['comune', 'unione', 'provincia', 'citta-metropolitana', 'altro'] as const
const officeKinds = ['ufficio', 'area', 'giunta', 'consiglio', 'commissione', 'biblioteca', 'museo', 'altro'] as const
const contactTypes = ['phone', 'email', 'pec', 'url', 'fax', 'whatsapp', 'address'] as const
/** Whether a row is what citizens read, or a text that somebody is still writing. */
const rowStatuses = ['published', 'draft'] as const
export type RowStatus = (typeof rowStatuses)[number]

// A cell that is null, empty or absent says the same thing: nothing. Which fields must say something is asked by `required`.
const blankToNothing = (value: unknown): unknown =>
  value === null || (typeof value === 'string' && value.trim() === '') ? undefined : value
const nullToNothing = (value: unknown): unknown => value ?? undefined
const splitWords = (value: unknown): unknown => (typeof value === 'string' ? value.split('|') : value)
const distinct = (items: string[]): string[] => [...new Set(items.filter((item) => item !== ''))]

/**
 * The rows of each list.
 * @param exact as an export wrote them: what a database accepted once is neither trimmed nor judged again
 */
const rowsOf = (exact: boolean) => {
  const nothing = exact ? nullToNothing : blankToNothing
  const optional = <S extends z.ZodType>(schema: S) => z.preprocess(nothing, schema.optional())
  const required = <S extends z.ZodType>(schema: S) => z.preprocess(nothing, schema)
  /** Checked where a person wrote it. */
  const checked = (schema: z.ZodType<string>): z.ZodType<string> => (exact ? z.string() : schema)

  const words = (max: number): z.ZodString => (exact ? z.string() : z.string().trim().max(max))
  const some = (max: number): z.ZodString => (exact ? z.string() : words(max).min(1))
  const short = optional(words(importLimits.short))
  const text = optional(words(importLimits.text))
  /** Lists may be written as one string, `a | b`, as in a CSV cell. */
  const list = optional(
    exact ? z.array(z.string()) : z.preprocess(splitWords, z.array(z.string().trim().max(importLimits.listItem)).transform(distinct)),
  )
  /** What is no address stays as it was; a program in the place of one comes in from nowhere. */
  const webAddress = optional(
    exact ? z.string().refine((text) => !isOtherAddress(text)) : z.url({ protocol: /^https?$/ }).max(importLimits.short),
  )
  const mailAddress = optional(checked(z.email().max(importLimits.short)))
  const date = optional(z.iso.date())
  const flag = optional(z.union([z.boolean(), z.stringbool({ truthy: ['sì', 'si', 'true', '1'], falsy: ['no', 'false', '0'] })]))

  /** Ids are the author's own: a number is as good as a word. */
  const id = required(z.union([z.string(), z.number().int()]).transform(String).pipe(words(importLimits.id)))
  /** Code of the Ente, null for the federation. Absent is not null: who says nothing has probably forgotten it. */
  const ente = z.preprocess((value) => (typeof value === 'string' ? value.trim() : value), z.string().max(40).nullable().optional())
  const locale = z.preprocess((value) => blankToNothing(value) ?? 'it', z.string().trim().toLowerCase().pipe(z.enum(locales)))
  const status = z.preprocess((value) => blankToNothing(value) ?? 'published', z.enum(rowStatuses))
  /** Address of the page. Without it, it is made from the name. */
  const slug = optional(words(importLimits.short))

  const time = checked(z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/))
  const hours = optional(z.array(z.object({ day: z.enum(['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']), opens: time, closes: time })))
  const address = optional(
    z.object({ street: some(importLimits.short), postalCode: optional(checked(z.string().regex(/^\d{5}$/))), city: short }),
  )
  const translations = optional(z.array(z.object({ locale: z.enum(translationLocales), name: some(importLimits.short), summary: text })))
  const sections = Object.fromEntries(sheetSectionKeys.map((key) => [key, text])) as Record<SheetSectionKey, typeof text>

  return {
    enti: z.object({
      code: required(checked(words(40).regex(/^[A-Za-z0-9_]+$/))),
      name: required(words(importLimits.short)),
      slug,
      kind: optional(z.enum(enteKinds)),
      /** Absent: whoever is in a file of Enti takes part, and the panel decides from then on. */
      lifecycle: optional(z.enum(enteLifecycles)),
      province: optional(
        exact
          ? z.string()
          : z
              .string()
              .regex(/^[A-Za-z]{2}$/)
              .toUpperCase(),
      ),
      /** Six figures, as ISTAT numbers Comuni. */
      istatCode: optional(checked(z.string().regex(/^\d{6}$/))),
      summary: text,
      brand: optional(z.object({ primary: optional(checked(z.string().regex(/^#[0-9a-fA-F]{6}$/))) })),
      address,
      fiscalCode: short,
      phone: short,
      email: mailAddress,
      pec: mailAddress,
      website: webAddress,
      hours,
      patronSaint: optional(
        z.object({
          name: exact ? short : some(importLimits.short),
          day: exact ? short : z.string().regex(/^(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/),
        }),
      ),
      languages: optional(
        exact ? z.array(z.enum(locales)) : z.array(z.enum(locales)).refine((list) => languagesFault(list) !== 'without-default'),
      ),
      accessibilityUrl: webAddress,
      privacyUrl: webAddress,
      translations,
    }),

    places: z.object({
      id,
      ente,
      name: required(words(importLimits.short)),
      summary: text,
      address,
      lat: optional(exact ? z.number() : z.number().min(-90).max(90)),
      lon: optional(exact ? z.number() : z.number().min(-180).max(180)),
      access: text,
      hours,
      hoursNote: text,
      translations,
    }),

    contactPoints: z.object({
      id,
      ente,
      name: required(words(importLimits.short)),
      entries: z.preprocess(
        (value) => (exact ? (value ?? []) : value),
        z.array(z.object({ type: z.enum(contactTypes), value: some(importLimits.short), label: short })).min(exact ? 0 : 1),
      ),
      hoursNote: text,
    }),

    offices: z.object({
      id,
      ente,
      name: required(words(importLimits.short)),
      slug,
      summary: text,
      duties: text,
      kind: optional(z.enum(officeKinds)),
      place: short,
      places: list,
      contactPoints: list,
      /** How forwarded requests reach it, and where. */
      channel: optional(z.enum(['email', 'webhook'])),
      email: mailAddress,
      hours,
      hoursNote: text,
      translations,
    }),

    sheets: z.object({
      id,
      ente,
      locale,
      status,
      title: required(words(importLimits.title)),
      slug,
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
    }),

    faqs: z.object({
      id,
      ente,
      locale,
      status,
      question: required(words(importLimits.question)),
      phrasings: list,
      answer: text,
      topics: list,
      sheet: short,
      validUntil: date,
      reviewer: short,
      provenance: short,
    }),

    /** What citizens call something, and what the administration does. How much each may say is asked where entries are written. */
    words: z.object({
      id,
      ente,
      language: z.preprocess(nothing, z.enum(locales).default(defaultLocale)),
      says: required(exact ? z.array(z.string()) : z.preprocess(splitWords, z.array(z.string().trim()).transform(distinct))),
      means: required(words(importLimits.short)),
      reason: required(words(importLimits.text)),
      origin: optional(z.enum(lexiconEntryOrigins)),
      active: flag,
    }),
  } as const
}

/** The lists of a template file, in the order in which they are written: what is pointed at comes first. */
export const importTemplate = rowsOf(false)
/** The same lists in a file that an export wrote. */
export const exportTemplate: typeof importTemplate = rowsOf(true)

export type ImportList = keyof typeof importTemplate
export type ImportRowOf<L extends ImportList> = z.infer<(typeof importTemplate)[L]>

export const importLists = Object.keys(importTemplate) as ImportList[]
