// SPDX-License-Identifier: AGPL-3.0-or-later
import { nearness } from './nearness.js'
import { lettersOf, type StemTable } from './stem-table.js'

/** The nearest word of a vocabulary to one that was mistyped. */
export interface Nearest {
  word: string
  nearness: number
}

const shortest = 4
const shortestFound = 3
/** One error changes two letters at most, and two errors are forgiven. */
const mostLetters = 4

const bitsOf = (bits: number): number => {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}

/** @param commonness breaks ties: of two words equally near, the one that is used more often is meant */
export const nearestWord = (
  typed: string,
  vocabulary: Int32Array,
  table: StemTable,
  commonness: (stem: number) => number,
): Nearest | null => {
  if (typed.length < shortest || /\p{N}/u.test(typed)) return null
  const letters = lettersOf(typed)
  let best: (Nearest & { stem: number }) | null = null
  for (const stem of vocabulary) {
    if (bitsOf(table.letters(stem) ^ letters) > mostLetters) continue
    const word = table.text(stem)
    if (Math.abs(word.length - typed.length) > 2 || word.length < shortestFound) continue
    const near = nearness(typed, word)
    if (near === 0) continue
    if (best === null || near > best.nearness || (near === best.nearness && commonness(stem) > commonness(best.stem)))
      best = { word, nearness: near, stem }
  }
  return best
}
