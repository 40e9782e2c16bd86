// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Need } from '../lexicon/need.js'
import { gramsOf } from './grams.js'

/** A text as the groups of letters it is written with, of length one: products of two are their likeness. */
export interface GramVector {
  grams: Int32Array
  weights: Float32Array
}

/** Knows which groups of letters are common in an administration's language and tell little. */
export interface GramSpace {
  /** @param grow false for questions: groups that no text has cannot be shared with one */
  vector(text: string, grow: boolean): GramVector
}

export const createGramSpace = (needs: readonly Need[]): GramSpace => {
  const spoken = new Map<string, number>()
  for (const { means } of needs)
    for (const gram of new Set(means.flatMap((text) => [...gramsOf(text).keys()]))) spoken.set(gram, (spoken.get(gram) ?? 0) + 1)
  const numbers = new Map<string, number>()
  const rarity = (gram: string): number => Math.log(1 + needs.length / ((spoken.get(gram) ?? 0) + 0.5))
  return {
    vector: (text, grow) => {
      const found = [...gramsOf(text)].map(([gram, count]) => ({ gram, weight: count * rarity(gram) }))
      const length = Math.sqrt(found.reduce((sum, { weight }) => sum + weight * weight, 0)) || 1
      const known = found.flatMap(({ gram, weight }) => {
        const number = numbers.get(gram) ?? (grow ? numbers.size : undefined)
        if (number === undefined) return []
        numbers.set(gram, number)
        return [{ number, weight: weight / length }]
      })
      known.sort((a, b) => a.number - b.number)
      return { grams: Int32Array.from(known, ({ number }) => number), weights: Float32Array.from(known, ({ weight }) => weight) }
    },
  }
}

/** Cosine of two texts: 1 written with the same letters, 0 with none in common. */
export const likenessOfLetters = (a: GramVector, b: GramVector): number => {
  let product = 0
  for (let i = 0, j = 0; i < a.grams.length && j < b.grams.length;) {
    const [left = 0, right = 0] = [a.grams[i], b.grams[j]]
    if (left === right) product += (a.weights[i++] ?? 0) * (b.weights[j++] ?? 0)
    else if (left < right) i++
    else j++
  }
  return product
}
