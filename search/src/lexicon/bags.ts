// SPDX-License-Identifier: AGPL-3.0-or-later

/** Words of one need with how often, and how authoritatively, it is said with them. */
export type Bag = ReadonlyMap<string, number>

/**
 * Which needs a word speaks of, and how much: BM25 over the bags of all needs. One list for all words, since ten thousand small arrays
 * take several times the memory of what is in them.
 */
export interface Bags {
  /** The number of a word, from 0 on. */
  find: (stem: string) => number | undefined
  stems: () => Iterable<string>
  /** Where the needs of a word begin; they end where those of the next begin. */
  starts: Uint32Array
  needs: Uint16Array
  /** What the word adds to each of them. */
  worth: Float32Array
  rarity: Float64Array
}

export const saturation = 1.2

/** @param lengthShare how much a need said in many words loses: 0 nothing, 1 all that BM25 can take */
export const toBags = (bags: readonly Bag[], lengthShare: number): Bags => {
  const lengths = bags.map((bag) => [...bag.values()].reduce((sum, count) => sum + count, 0))
  const usual = lengths.reduce((sum, length) => sum + length, 0) / bags.length || 1
  const numbers = new Map<string, number>()
  for (const bag of bags) for (const stem of bag.keys()) if (!numbers.has(stem)) numbers.set(stem, numbers.size)
  const starts = new Uint32Array(numbers.size + 1)
  const each = (use: (word: number, need: number, count: number) => void): void => {
    bags.forEach((bag, need) => {
      for (const [stem, count] of bag) use(numbers.get(stem) ?? 0, need, count)
    })
  }
  each((word) => (starts[word + 1] = (starts[word + 1] ?? 0) + 1))
  const rarity = Float64Array.from(numbers.values(), (word) => {
    const holding = starts[word + 1] ?? 0
    return Math.log(1 + (bags.length - holding + 0.5) / (holding + 0.5))
  })
  for (let word = 0; word < numbers.size; word++) starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0)
  const next = starts.slice()
  const needs = new Uint16Array(starts.at(-1) ?? 0)
  const worth = new Float32Array(needs.length)
  each((word, need, count) => {
    const length = 1 - lengthShare + (lengthShare * (lengths[need] ?? 0)) / usual
    const at = next[word] ?? 0
    next[word] = at + 1
    needs[at] = need
    worth[at] = ((rarity[word] ?? 0) * count * (saturation + 1)) / (count + saturation * length)
  })
  return { find: (stem) => numbers.get(stem), stems: () => numbers.keys(), starts, needs, worth, rarity }
}
