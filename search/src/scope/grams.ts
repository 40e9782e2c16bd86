// SPDX-License-Identifier: AGPL-3.0-or-later
import { fold } from '../analysis/fold.js'

const blank = 32

/** Groups of three and four letters of each word, with its borders, each by its number: forms and spellings that stems miss share most of them. */
export const gramsOf = (text: string): Map<number, number> => {
  const grams = new Map<number, number>()
  const add = (gram: number): void => void grams.set(gram, (grams.get(gram) ?? 0) + 1)
  for (const word of fold(text).split(' ')) {
    const letter = (at: number): number => (at < 0 || at >= word.length ? blank : word.charCodeAt(at))
    for (let at = -1; at + 2 <= word.length; at++) {
      const three = Math.imul(Math.imul(letter(at) * 31 + letter(at + 1), 0x01000193) + letter(at + 2), 0x01000193)
      add(three)
      if (at + 3 <= word.length) add(Math.imul(three ^ (letter(at + 3) + 0x5bd1), 0x01000193) ^ (three >>> 15))
    }
  }
  return grams
}
