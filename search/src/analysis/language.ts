// SPDX-License-Identifier: AGPL-3.0-or-later
import { locales, type Locale } from '@linea-comune/config'
import { isCourtesy } from './courtesies.js'
import { lexicons } from './lexicon.js'
import { stem } from './stem.js'
import { isStopWord } from './stop-words.js'

const evidence = (token: string, locale: Locale): number => {
  if (token.length > 1 && (isStopWord(token, locale) || isCourtesy(token, locale))) return 1
  return lexicons[locale].has(stem(token, locale)) ? 0.75 : 0
}

/** The language somebody wrote in, whatever page they were on; the page's language when the words do not tell. */
export const languageOf = (tokens: readonly string[], asked: Locale): Locale => {
  const score = (locale: Locale): number => tokens.reduce((sum, token) => sum + evidence(token, locale), locale === asked ? 0.5 : 0)
  return locales.reduce((best, locale) => (score(locale) > score(best) ? locale : best), asked)
}
