// SPDX-License-Identifier: AGPL-3.0-or-later
import { locales, type Locale } from '@linea-comune/config'
import { isCourtesy } from './courtesies.js'
import { remembering } from './remembering.js'
import { stem } from './stem.js'
import { isStopWord } from './stop-words.js'

/** Says whether citizens speaking a language use a stem. */
export interface Speakers {
  knows: (stem: string, locale: Locale) => boolean
}

/** What a word that says nothing for a language is worth, one that is said there, and one that every sentence has. */
const worths = [0, 0.75, 1]

const evidence = (token: string, locale: Locale, speakers: Speakers): number => {
  if (token.length > 1 && (isStopWord(token, locale) || isCourtesy(token, locale))) return 2
  return speakers.knows(stem(token, locale), locale) ? 1 : 0
}

const mostRemembered = 30_000
const remembered = new WeakMap<Speakers, (token: string) => number>()

/** What a word says for each language, in their order, two bits each: so many lists would take megabytes. */
const evidenceFor = (speakers: Speakers): ((token: string) => number) => {
  const known = remembered.get(speakers)
  if (known !== undefined) return known
  const find = remembering(mostRemembered, (token) =>
    locales.reduce((bits, locale, index) => bits | (evidence(token, locale, speakers) << (2 * index)), 0),
  )
  remembered.set(speakers, find)
  return find
}

/** The language somebody wrote in, whatever page they were on; the page's language when the words do not tell. */
export const languageOf = (tokens: readonly string[], asked: Locale, speakers: Speakers): Locale => {
  const scores = locales.map((locale): number => (locale === asked ? 0.5 : 0))
  const find = evidenceFor(speakers)
  for (const token of tokens) {
    const bits = find(token)
    for (let index = 0; index < scores.length; index++) scores[index] = (scores[index] ?? 0) + (worths[(bits >> (2 * index)) & 3] ?? 0)
  }
  const score = (locale: Locale): number => scores[locales.indexOf(locale)] ?? 0
  return locales.reduce((best, locale) => (score(locale) > score(best) ? locale : best), asked)
}
