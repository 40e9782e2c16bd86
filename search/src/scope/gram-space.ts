// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Need } from '../lexicon/need.js'
import { gramsOf } from './grams.js'

/** A text as the groups of letters it is written with, of length one: products of two are their likeness. */
export interface GramVector {
  /** Ascending. */
  grams: Int32Array
  weights: Float32Array
}

/** Knows which groups of letters are common in an administration's language and tell little. */
export interface GramSpace {
  vector: (text: string) => GramVector
}

export const createGramSpace = (needs: readonly Need[]): GramSpace => {
  const spoken = new Map<number, number>()
  for (const { means } of needs)
    for (const gram of new Set(means.flatMap((text) => [...gramsOf(text)]))) spoken.set(gram, (spoken.get(gram) ?? 0) + 1)
  const rarityAt = (frequency: number): number => Math.log(1 + needs.length / (frequency + 0.5))
  const rarities = new Map(Array.from(spoken, ([gram, frequency]) => [gram, rarityAt(frequency)]))
  const unspoken = rarityAt(0)
  const rarity = (gram: number): number => rarities.get(gram) ?? unspoken
  return {
    vector: (text) => {
      const written = gramsOf(text)
      const grams = new Int32Array(written.length)
      const weights = new Float32Array(written.length)
      let count = 0
      let squares = 0
      for (let at = 0, next = 0; at < written.length; at = next) {
        const gram = written[at] ?? 0
        while (next < written.length && written[next] === gram) next++
        grams[count] = gram
        weights[count] = (next - at) * rarity(gram)
        const weight = weights[count] ?? 0
        squares += weight * weight
        count += 1
      }
      const length = Math.sqrt(squares) || 1
      for (let at = 0; at < count; at++) weights[at] = (weights[at] ?? 0) / length
      return { grams: grams.subarray(0, count), weights: weights.subarray(0, count) }
    },
  }
}
