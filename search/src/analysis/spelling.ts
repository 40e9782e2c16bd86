// SPDX-License-Identifier: AGPL-3.0-or-later
import { bitsOf, lettersOf } from './letters.js'
import { forgiven, nearness } from './nearness.js'

/** Words to choose from, by their numbers from 0 on. */
export interface Vocabulary {
  /** Letters of each word as bits. */
  letters: Int32Array
  /** How many letters each has. */
  length: (word: number) => number
  text: (word: number) => string
  /** Of two words equally near, the one that is used more often is meant. */
  commonness: (word: number) => number
}

/** The nearest word of a vocabulary to one that was mistyped. */
export interface Nearest {
  word: string
  nearness: number
}

const shortest = 4
const shortestFound = 3

export const nearestWord = (typed: string, { letters, length, text, commonness }: Vocabulary): Nearest | null => {
  if (typed.length < shortest || /\p{N}/u.test(typed)) return null
  const wanted = lettersOf(typed)
  const errors = forgiven(typed.length)
  let best: (Nearest & { number: number }) | null = null
  for (let number = 0; number < letters.length; number++) {
    // One error changes two letters at most, and the length by one.
    if (bitsOf((letters[number] ?? 0) ^ wanted) > 2 * errors) continue
    const long = length(number)
    if (Math.abs(long - typed.length) > errors || long < shortestFound) continue
    const word = text(number)
    const near = nearness(typed, word)
    if (near === 0) continue
    if (best === null || near > best.nearness || (near === best.nearness && commonness(number) > commonness(best.number)))
      best = { word, nearness: near, number }
  }
  return best
}
