// SPDX-License-Identifier: AGPL-3.0-or-later
import { locales, type Locale } from '../locales.js'

/** A term of an official vocabulary: a stable code, its Italian label word for word, and a name in every other language. */
export interface VocabularyTerm extends Record<Locale, string> {
  code: string
}

const fold = (label: string): string => label.replaceAll('’', "'").trim().toLowerCase()

/** Finds a term by its code or by any of its labels, whatever the case and the kind of apostrophe. */
export const findTerm = (terms: readonly VocabularyTerm[], codeOrLabel: string): VocabularyTerm | undefined => {
  const wanted = fold(codeOrLabel)
  const names = (term: VocabularyTerm): string[] => [term.code, ...locales.map((locale) => term[locale])]
  return terms.find((term) => names(term).some((name) => fold(name) === wanted))
}
