// SPDX-License-Identifier: AGPL-3.0-or-later
import { defaultLocale, type Locale } from '@linea-comune/config'
import { contentWords } from '../analysis/content-words.js'
import { expressionKey, type LexiconEntry } from './entry.js'

/** The entries of one owner, by what citizens say. */
export interface EntryBook {
  /** Words of the longest expression. */
  longest: number
  /**
   * The entry that has exactly these words. One in the language of the question is found by stems. An Italian one is found in every
   * language, since places and services keep their Italian names, but letter by letter: names have no plural, and an Italian stem would
   * meet words of other languages by chance.
   */
  find: (words: readonly string[], stems: readonly string[], language: Locale) => LexiconEntry | undefined
}

export const createEntryBook = (entries: readonly LexiconEntry[]): EntryBook => {
  const byStems = new Map<string, LexiconEntry>()
  const byLetters = new Map<string, LexiconEntry>()
  let longest = 0
  // Two entries may say the same, past the check of the back office: the same one wins everywhere.
  for (const entry of entries.toSorted((a, b) => (a.documentId < b.documentId ? 1 : -1)))
    for (const text of entry.says) {
      byStems.set(`${entry.locale} ${expressionKey(text, entry.locale)}`, entry)
      const words = contentWords(text, entry.locale)
      if (entry.locale === defaultLocale) byLetters.set(words.join(' '), entry)
      longest = Math.max(longest, words.length)
    }
  return {
    longest,
    find: (words, stems, language) =>
      byStems.get(`${language} ${stems.join(' ')}`) ?? (language === defaultLocale ? undefined : byLetters.get(words.join(' '))),
  }
}
