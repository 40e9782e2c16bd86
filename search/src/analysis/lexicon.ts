// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Locale } from '@linea-comune/config'
import { germanLexicon } from './lexicon.de.js'
import { englishLexicon } from './lexicon.en.js'
import { frenchLexicon } from './lexicon.fr.js'
import type { LexiconEntry } from './lexicon-entry.js'
import { italianLexicon } from './lexicon.it.js'
import { slovenianLexicon } from './lexicon.sl.js'
import { stemsOf } from './stems-of.js'

/** Stems of a citizen's expression → stems of the administration's, in Italian. */
export type Lexicon = ReadonlyMap<string, readonly (readonly string[])[]>

/** The engine reads three words of a synonym, and so do we. */
export const maxExpressionWords = 3

const expressionKey = (text: string, locale: Locale): string => stemsOf(text, locale).join(' ')

/** Builds a lexicon and refuses it whole, with every fault, when two entries explain the same words or one explains nothing. */
export const toLexicon = (entries: readonly LexiconEntry[], locale: Locale): Lexicon => {
  const lexicon = new Map<string, readonly (readonly string[])[]>()
  const owners = new Map<string, LexiconEntry>()
  const faults: string[] = []
  for (const entry of entries) {
    const means = entry.means.map((expression) => stemsOf(expression, 'it'))
    if (means.some((stems) => stems.length === 0 || stems.length > maxExpressionWords))
      faults.push(`${entry.says.join(', ')}: a meaning has no or too many words`)
    for (const expression of entry.says) {
      const key = expressionKey(expression, locale)
      const words = key.split(' ').length
      if (key === '' || words > maxExpressionWords) faults.push(`"${expression}" has no or too many words that count`)
      const owner = owners.get(key)
      // Forms of one word may stand side by side in an entry, so that it reads well.
      if (owner !== undefined && owner !== entry) faults.push(`"${expression}" is explained twice`)
      owners.set(key, entry)
      lexicon.set(
        key,
        means.filter((stems) => locale !== 'it' || stems.join(' ') !== key),
      )
    }
  }
  if (faults.length > 0) throw new Error(`lexicon ${locale}:\n${faults.join('\n')}`)
  return lexicon
}

export const lexicons: Record<Locale, Lexicon> = {
  it: toLexicon(italianLexicon, 'it'),
  en: toLexicon(englishLexicon, 'en'),
  de: toLexicon(germanLexicon, 'de'),
  sl: toLexicon(slovenianLexicon, 'sl'),
  fr: toLexicon(frenchLexicon, 'fr'),
}
