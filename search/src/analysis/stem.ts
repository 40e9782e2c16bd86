// SPDX-License-Identifier: AGPL-3.0-or-later
import { perLocale, type Locale } from '@linea-comune/config'
import { stemmer as english } from '@orama/stemmers/english'
import { stemmer as french } from '@orama/stemmers/french'
import { stemmer as german } from '@orama/stemmers/german'
import { stemmer as italian } from '@orama/stemmers/italian'
import { remembering } from './remembering.js'
import { slovenian } from './stem-slovenian.js'

const stemmers: Record<Locale, (word: string) => string> = { it: italian, en: english, de: german, sl: slovenian, fr: french }

/** Nouns that the stemmer takes for forms of a verb and cuts too short to be told from others. */
const irregular: Partial<Record<string, string>> = { rifiuti: 'rifiut', rifiuto: 'rifiut', tributi: 'tribut', tributo: 'tribut' }

const mostRemembered = 20_000

const remembered = perLocale((locale) =>
  remembering(mostRemembered, (word) => {
    if (/\p{N}/u.test(word)) return word
    return (locale === 'it' ? irregular[word] : undefined) ?? (stemmers[locale](word) || word)
  }),
)

/** What the forms of a word have in common. Short words, numbers and codes stay as they are. */
export const stem = (word: string, locale: Locale): string => (word.length <= 3 ? word : remembered[locale](word))
