// SPDX-License-Identifier: AGPL-3.0-or-later
import { fold } from '../analysis/fold.js'

const blank = 32

/**
 * Groups of three and four letters of each word, with its borders, each by its number: forms and spellings that stems miss share most of
 * them. Ascending, each as often as it is written.
 */
export const gramsOf = (text: string): Int32Array => {
  const folded = fold(text)
  // There are no more than two for each letter.
  const grams = new Int32Array(2 * folded.length)
  let count = 0
  for (const word of folded.split(' ')) {
    const letter = (at: number): number => (at < 0 || at >= word.length ? blank : word.charCodeAt(at))
    for (let at = -1; at + 2 <= word.length; at++) {
      const three = Math.imul(Math.imul(letter(at) * 31 + letter(at + 1), 0x01000193) + letter(at + 2), 0x01000193)
      grams[count++] = three
      if (at + 3 <= word.length) grams[count++] = Math.imul(three ^ (letter(at + 3) + 0x5bd1), 0x01000193) ^ (three >>> 15)
    }
  }
  return grams.subarray(0, count).sort()
}
