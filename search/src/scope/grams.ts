// SPDX-License-Identifier: AGPL-3.0-or-later
import { fold } from '../analysis/fold.js'

const lengths = [3, 4]

/** Groups of three and four letters of each word, with its borders: forms and spellings that stems miss share most of them. */
export const gramsOf = (text: string): Map<string, number> => {
  const grams = new Map<string, number>()
  for (const word of fold(text).split(' ')) {
    const padded = ` ${word} `
    for (const length of lengths)
      for (let at = 0; at + length <= padded.length; at++) {
        const gram = padded.slice(at, at + length)
        grams.set(gram, (grams.get(gram) ?? 0) + 1)
      }
  }
  return grams
}
