// SPDX-License-Identifier: AGPL-3.0-or-later
import { createContext, use, type ReactNode } from 'react'
import { defaultLocale, type Locale } from '@linea-comune/config'
import { de } from './de'
import { en } from './en'
import { it, type WordKey, type Words } from './it'

export type { WordKey }

export const wordTables: Record<Locale, Words> = { it, en, de }

export type Speak = (key: WordKey, facts?: Record<string, string | number>) => string

/** The sentence of a key with its `{facts}` filled in. */
export const speakIn =
  (locale: Locale): Speak =>
  (key, facts = {}) =>
    wordTables[locale][key].replace(/\{(\w+)\}/g, (hole, name: string) => String(facts[name] ?? hole))

const LocaleContext = createContext<Locale>(defaultLocale)

export const WordsIn = ({ locale, children }: { locale: Locale; children: ReactNode }) => <LocaleContext value={locale}>{children}</LocaleContext>

export const useLocale = (): Locale => use(LocaleContext)
export const useWords = (): Speak => speakIn(useLocale())
