// SPDX-License-Identifier: AGPL-3.0-or-later

const hash = (text: string, seed: number): number => {
  let mixed = seed
  for (let at = 0; at < text.length; at++) mixed = Math.imul(mixed ^ text.charCodeAt(at), 0x01000193)
  mixed = Math.imul(mixed ^ (mixed >>> 15), 0x2c1b3c6d)
  return mixed ^ (mixed >>> 13)
}

/**
 * The number of a word (FNV-1a and a stirring), the same everywhere without a table. Of some thousand words that meet in one question
 * hardly two in a million share theirs.
 */
export const numberOf = (word: string): number => hash(word, 0x811c9dc5)

/** The number of an id, of 53 bits: no two of one owner share theirs. */
export const keyOf = (id: string): number => (hash(id, 0x811c9dc5) >>> 0) * 2 ** 21 + (hash(id, 0x1234567) >>> 11)
