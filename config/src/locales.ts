// SPDX-License-Identifier: AGPL-3.0-or-later

/** Languages in which the system can speak; each Ente says in which of them it does. The first one is the default and the fallback. */
export const locales = ['it', 'en', 'de', 'sl', 'fr'] as const
export type Locale = (typeof locales)[number]
export const defaultLocale = 'it' as const satisfies Locale
/** Those into which a text is translated. */
export type TranslationLocale = Exclude<Locale, typeof defaultLocale>

const isTranslation = (locale: Locale): locale is TranslationLocale => locale !== defaultLocale
export const translationLocales: readonly TranslationLocale[] = locales.filter(isTranslation)

/** Each in itself, as its speakers look for it. */
export const localeNames: Record<Locale, string> = {
  it: 'Italiano',
  en: 'English',
  de: 'Deutsch',
  sl: 'Slovenščina',
  fr: 'Français',
}

/** One thing for each language. */
export const perLocale = <T>(make: (locale: Locale) => T): Record<Locale, T> =>
  // Every key is there, which `fromEntries` cannot say.
  Object.fromEntries(locales.map((locale) => [locale, make(locale)])) as Record<Locale, T>

export const isLocale = (value: unknown): value is Locale => locales.some((locale) => locale === value)

/** What is wrong with a list of languages of an Ente: it speaks the ones we know, and Italian among them. */
export const languagesFault = (languages: unknown): 'not-a-list' | 'unknown' | 'without-default' | null => {
  if (!Array.isArray(languages)) return 'not-a-list'
  if (!languages.every(isLocale)) return 'unknown'
  return languages.includes(defaultLocale) ? null : 'without-default'
}
