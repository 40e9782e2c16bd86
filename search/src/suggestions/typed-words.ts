// SPDX-License-Identifier: AGPL-3.0-or-later
import { suggestedFrom, type Locale } from '@linea-comune/config'
import { contentWords } from '../analysis/content-words.js'
import { toTokens } from '../analysis/tokens.js'

/** The engine reads no more words than this of a query, and the one being written is the last. */
const mostWords = 10

/**
 * What somebody has written so far, as words to look for; the last one may go on. Empty while nothing can be meant: one letter, or
 * an article that waits for its noun.
 */
export const typedWords = (text: string, locale: Locale): string[] => {
  if (text.length > suggestedFrom.maxLength) return []
  const words = contentWords(text, locale)
  // "per" is a word that says nothing, and how "permesso" begins.
  const unfinished = /[\p{L}\p{N}]$/u.test(text) ? (toTokens(text).at(-1) ?? '') : ''
  const telling = words.length > 0 ? words.slice(-mostWords) : [unfinished]
  return telling.join('').length < suggestedFrom.minLetters ? [] : telling
}
