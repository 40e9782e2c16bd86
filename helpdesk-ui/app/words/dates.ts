// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Locale } from '@linea-comune/config'

const tags: Record<Locale, string> = { it: 'it-IT', en: 'en-GB', de: 'de-DE', sl: 'sl-SI', fr: 'fr-FR' }
/** In Slovenian the name of a month would need its case, which the standard formats do not know: «23. 11. 2026». */
const months: Record<Locale, 'long' | 'numeric'> = { it: 'long', en: 'long', de: 'long', sl: 'numeric', fr: 'long' }
const zone = 'Europe/Rome'

const format = (iso: string, locale: Locale, options: Intl.DateTimeFormatOptions): string => {
  const date = new Date(iso)
  return Number.isNaN(date.getTime()) ? '' : new Intl.DateTimeFormat(tags[locale], { timeZone: zone, ...options }).format(date)
}

export const formatDate = (iso: string, locale: Locale = 'it'): string =>
  format(iso, locale, { day: 'numeric', month: months[locale], year: 'numeric' })

export const formatMoment = (iso: string, locale: Locale = 'it'): string =>
  format(iso, locale, { day: 'numeric', month: months[locale], year: 'numeric', hour: '2-digit', minute: '2-digit' })

/** For tables. */
export const formatShort = (iso: string, locale: Locale = 'it'): string =>
  format(iso, locale, { day: '2-digit', month: '2-digit', year: 'numeric', hour: '2-digit', minute: '2-digit' })
