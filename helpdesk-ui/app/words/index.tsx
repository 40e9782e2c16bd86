// SPDX-License-Identifier: AGPL-3.0-or-later
import { createContext, use, type ReactNode } from 'react'
import { defaultLocale, type Locale } from '@linea-comune/config'
import { de } from './de'
import { en } from './en'
import { fr } from './fr'
import { it, type WordKey, type Words } from './it'
import { ofEnte } from './of-ente'
import { sl } from './sl'

export type { WordKey }

export const wordTables: Record<Locale, Words> = { it, en, de, sl, fr }

export type Speak = (key: WordKey, facts?: Record<string, string | number>) => string

/** The sentence of a key with its `{facts}` filled in. */
export const speakIn =
  (locale: Locale): Speak =>
  (key, facts = {}) =>
    wordTables[locale][key].replace(/\{(\w+)\}/g, (hole, name: string) => String(facts[name] ?? hole))

interface Setting {
  locale: Locale
  /** Name of the Ente these pages belong to; sentences may call it `{name}` and `{ofEnte}`. */
  enteName: string
}

const SettingContext = createContext<Setting>({ locale: defaultLocale, enteName: '' })

export const WordsIn = ({ locale, enteName, children }: Setting & { children: ReactNode }) => (
  <SettingContext value={{ locale, enteName }}>{children}</SettingContext>
)

export const useLocale = (): Locale => use(SettingContext).locale

/** Value of `lang` for a text, when it is in another language than the page: a screen reader changes its voice there. */
export const useLangOf = (): ((locale: Locale) => Locale | undefined) => {
  const { locale: own } = use(SettingContext)
  return (locale) => (locale === own ? undefined : locale)
}

export const useWords = (): Speak => {
  const { locale, enteName } = use(SettingContext)
  const speak = speakIn(locale)
  return (key, facts) => speak(key, { name: enteName, ofEnte: ofEnte(enteName, locale), ...facts })
}
