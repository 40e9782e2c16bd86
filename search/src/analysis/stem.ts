// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Locale } from '@linea-comune/config'
import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as french } from '@orama/stemmers/french'
import { stemmer as german } from '@orama/stemmers/german'
import { stemmer as italian } from '@orama/stemmers/italian'
import { slovenian } from './stem-slovenian.js'

const stemmers: Record<Locale, (word: string) => string> = { it: italian, en: english, de: german, sl: slovenian, fr: french }

/** Nouns that the stemmer takes for forms of a verb and cuts too short to be told from others. */
const irregular: Partial<Record<string, string>> = { rifiuti: 'rifiut', rifiuto: 'rifiut', tributi: 'tribut', tributo: 'tribut' }

/** What the forms of a word have in common. Short words, numbers and codes stay as they are. */
export const stem = (word: string, locale: Locale): string => {
  if (word.length <= 3 || /\p{N}/u.test(word)) return word
  if (locale === 'it' && irregular[word] !== undefined) return irregular[word]
  return stemmers[locale](word) || word
}
