// SPDX-License-Identifier: AGPL-3.0-or-later
import { locales, type Locale } from '@linea-comune/config'
import { isCourtesy } from './courtesies.js'
import { stem } from './stem.js'
import { isStopWord } from './stop-words.js'

/** Says whether citizens speaking a language use a stem. */
export interface Speakers {
  knows: (stem: string, locale: Locale) => boolean
}

const evidence = (token: string, locale: Locale, speakers: Speakers): number => {
  if (token.length > 1 && (isStopWord(token, locale) || isCourtesy(token, locale))) return 1
  return speakers.knows(stem(token, locale), locale) ? 0.75 : 0
}

/** The language somebody wrote in, whatever page they were on; the page's language when the words do not tell. */
export const languageOf = (tokens: readonly string[], asked: Locale, speakers: Speakers): Locale => {
  const score = (locale: Locale): number =>
    tokens.reduce((sum, token) => sum + evidence(token, locale, speakers), locale === asked ? 0.5 : 0)
  return locales.reduce((best, locale) => (score(locale) > score(best) ? locale : best), asked)
}
