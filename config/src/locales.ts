// SPDX-License-Identifier: AGPL-3.0-or-later

/** Languages of content from the first day; the first one is the default and the fallback. */
export const locales = ['it', 'en', 'de'] as const
export type Locale = (typeof locales)[number]
export const defaultLocale: Locale = 'it'

export const localeNames: Record<Locale, string> = { it: 'Italiano', en: 'English', de: 'Deutsch' }

export const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value)
