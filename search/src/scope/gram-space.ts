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
    for (const gram of new Set(means.flatMap((text) => [...gramsOf(text).keys()]))) spoken.set(gram, (spoken.get(gram) ?? 0) + 1)
  const rarityAt = (frequency: number): number => Math.log(1 + needs.length / (frequency + 0.5))
  const rarities = new Map(Array.from(spoken, ([gram, frequency]) => [gram, rarityAt(frequency)]))
  const unspoken = rarityAt(0)
  const rarity = (gram: number): number => rarities.get(gram) ?? unspoken
  return {
    vector: (text) => {
      const counts = gramsOf(text)
      const grams = Int32Array.from(counts.keys()).sort()
      const weights = Float32Array.from(grams, (gram) => (counts.get(gram) ?? 0) * rarity(gram))
      let squares = 0
      for (const weight of weights) squares += weight * weight
      const length = Math.sqrt(squares) || 1
      return { grams, weights: weights.map((weight) => weight / length) }
    },
  }
}
