// SPDX-License-Identifier: AGPL-3.0-or-later

/** A term of an official vocabulary: a stable code, its Italian label word for word, translations where they exist. */
export interface VocabularyTerm {
  code: string
  it: string
  en?: string
  de?: string
}

const fold = (label: string): string => label.replaceAll('’', "'").trim().toLowerCase()

/** Finds a term by its code or by any of its labels, whatever the case and the kind of apostrophe. */
export const findTerm = (terms: readonly VocabularyTerm[], codeOrLabel: string): VocabularyTerm | undefined => {
  const wanted = fold(codeOrLabel)
  return terms.find((term) => [term.code, term.it, term.en, term.de].some((name) => name !== undefined && fold(name) === wanted))
}
