// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Analysis } from '../analysis/analyse.js'
import { stem } from '../analysis/stem.js'
import { meansWords, type LexiconEntry } from './entry.js'
import type { EntryBook } from './entry-book.js'

export interface LocalWords {
  /** In the order in which they are asked: the Ente's, then the federation's. */
  books: readonly EntryBook[]
  /** Some text that may answer says these words, side by side. */
  isSaid: (stems: readonly string[]) => boolean
}

/** A question may be long, but no longer than this for what was put into it. */
const mostWords = 400

/**
 * A question in which citizens' own words are taken to mean the administration's. Their own stay where some text says them too. One
 * pass: what was put in is not looked at again, so entries that lead to each other do no harm. Pure.
 */
export const takeToMean = (analysis: Analysis, local: LocalWords): Analysis => {
  const found = expressionsIn(analysis, local.books)
  if (found.size === 0) return analysis
  const { words, stems, language } = analysis
  const meant: string[] = []
  for (let at = 0; at < words.length;) {
    const expression = found.get(at)
    if (expression === undefined) {
      meant.push(words[at++] ?? '')
      continue
    }
    const { length, entry } = expression
    const said = words.slice(at, at + length)
    const means = meansWords(entry.means, entry.locale)
    if (isSaidBy(said, stems.slice(at, at + length), local)) meant.push(...said.filter((word) => !means.includes(word)))
    meant.push(...means)
    at += length
  }
  const kept = meant.slice(0, mostWords)
  return { ...analysis, words: kept, stems: kept.map((word) => stem(word, language)) }
}

interface Found {
  length: number
  entry: LexiconEntry
}

/** Longest first, and none within another. By the place of its first word. */
const expressionsIn = ({ words, stems, language }: Analysis, books: readonly EntryBook[]): Map<number, Found> => {
  const found = new Map<number, Found>()
  const taken = new Array<boolean>(words.length).fill(false)
  const find = (at: number, end: number): LexiconEntry | undefined => {
    for (const book of books) {
      const entry = end - at > book.longest ? undefined : book.find(words.slice(at, end), stems.slice(at, end), language)
      if (entry !== undefined) return entry
    }
    return undefined
  }
  for (let length = Math.min(words.length, Math.max(0, ...books.map(({ longest }) => longest))); length > 0; length--)
    for (let at = 0; at + length <= words.length; at++) {
      if (taken.slice(at, at + length).includes(true)) continue
      const entry = find(at, at + length)
      if (entry === undefined) continue
      found.set(at, { length, entry })
      taken.fill(true, at, at + length)
    }
  return found
}

/** Texts may hold what a citizen says in another language in Italian: a name. */
const isSaidBy = (words: readonly string[], stems: readonly string[], { isSaid }: LocalWords): boolean =>
  isSaid(stems) || isSaid(words.map((word) => stem(word, 'it')))
