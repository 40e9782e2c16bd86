// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Locale } from '@linea-comune/config'
import type { Intent } from '../analysis/intents.js'
import { nearness } from '../analysis/nearness.js'

/** A question as far as it is compared with another one. */
export interface Wording {
  language: Locale
  intents: readonly Intent[]
  turns: readonly string[]
  /** Each word that counts, once. */
  words: readonly ComparedWord[]
}

export interface ComparedWord {
  /** As it was typed. */
  typed: string
  /** Its stem; of one that nobody knows also the stem that the texts may have for it. */
  stems: readonly string[]
  /** How much it tells questions apart. */
  weight: number
  /** It asks about the matter and does not name it. */
  asks: boolean
  /** Texts hold it, or citizens are known to say it. */
  isKnown: boolean
}

/** From here on two questions are nearly the same (measured over real phrasings: docs/decisions/021). */
export const nearDuplicate = 0.75

/** What must be the same in two questions before their words are looked at, as one text. */
export const turnOf = ({ language, intents, turns, words }: Wording): string =>
  JSON.stringify([
    language,
    turns,
    // Most questions ask how, and few say so.
    intents.filter((intent) => intent !== 'how'),
    words.filter(({ asks }) => !asks).length,
  ])

/** One word means too many things. */
const fewestWords = 2

/**
 * How much of what two questions say is the same: 1 all of it, 0 another question. Only words that ask may be missing in either: one
 * word that names something makes it another matter. Pure.
 */
export const likeness = (one: Wording, other: Wording): number => {
  if (Math.min(one.words.length, other.words.length) < fewestWords || turnOf(one) !== turnOf(other)) return 0
  const left = [...other.words]
  let same = 0
  let apart = 0
  for (const word of one.words) {
    const at = left.findIndex((candidate) => isSameWord(word, candidate))
    const [found] = at < 0 ? [] : left.splice(at, 1)
    if (found !== undefined) same += Math.max(word.weight, found.weight)
    else if (word.asks) apart += word.weight
    else return 0
  }
  apart += left.reduce((sum, { weight }) => sum + weight, 0)
  return same / (same + apart)
}

const isSameWord = (one: ComparedWord, other: ComparedWord): boolean =>
  one.stems.some((stem) => other.stems.includes(stem)) ||
  // An error of typing makes a word that nobody knows out of one that somebody does; two known words are two.
  (one.isKnown !== other.isKnown && nearness(one.typed, other.typed) > 0)
