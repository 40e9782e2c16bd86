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

const saturation = 1.2

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

/** What a word that nobody says of any need takes from all of them. */
const unknownRarity = 5
/** Texts of one or two words are less certain than long ones that match as well. */
const doubt = 3

/** A word, and how much it says whatever it is said of. */
type Weighed = readonly [word: string, weight: number]

/** About the most that these words could say of one need. */
export const mostSaid = ({ find, rarity }: Bags, words: readonly Weighed[]): number => {
  let most = doubt
  for (const [word, weight] of words) {
    const number = find(word)
    most += weight * (number === undefined ? unknownRarity : (rarity[number] ?? unknownRarity)) * (saturation + 1) * 0.8
  }
  return most
}

/** Adds what these words say of each need, times `share`. */
export const addSaid = ({ find, starts, needs, worth }: Bags, words: readonly Weighed[], share: number, scores: Float32Array): void => {
  for (const [word, weight] of words) {
    const number = find(word)
    if (number === undefined) continue
    for (let at = starts[number] ?? 0, end = starts[number + 1] ?? 0; at < end; at++) {
      const need = needs[at] ?? 0
      scores[need] = (scores[need] ?? 0) + share * weight * (worth[at] ?? 0)
    }
  }
}
