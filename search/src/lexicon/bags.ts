// SPDX-License-Identifier: AGPL-3.0-or-later

/** Words of one need with how often, and how authoritatively, it is said with them. */
export type Bag = ReadonlyMap<string, number>

interface Posting {
  needs: Uint16Array
  /** What the word adds to each of them. */
  worth: Float32Array
  rarity: number
}

/** Which needs a word speaks of, and how much: BM25 over the bags of all needs. */
export interface Bags {
  get(stem: string): Posting | undefined
  stems(): Iterable<string>
}

export const saturation = 1.2

/** @param lengthShare how much a need said in many words loses: 0 nothing, 1 all that BM25 can take */
export const toBags = (bags: readonly Bag[], lengthShare: number): Bags => {
  const lengths = bags.map((bag) => [...bag.values()].reduce((sum, count) => sum + count, 0))
  const usual = lengths.reduce((sum, length) => sum + length, 0) / bags.length || 1
  const occurrences = new Map<string, { need: number; count: number }[]>()
  bags.forEach((bag, need) => {
    for (const [stem, count] of bag) {
      const known = occurrences.get(stem)
      if (known === undefined) occurrences.set(stem, [{ need, count }])
      else known.push({ need, count })
    }
  })
  const postings = new Map<string, Posting>()
  for (const [stem, list] of occurrences) {
    const rarity = Math.log(1 + (bags.length - list.length + 0.5) / (list.length + 0.5))
    const worth = list.map(({ need, count }) => {
      const length = 1 - lengthShare + (lengthShare * (lengths[need] ?? 0)) / usual
      return (rarity * count * (saturation + 1)) / (count + saturation * length)
    })
    postings.set(stem, { needs: Uint16Array.from(list, ({ need }) => need), worth: Float32Array.from(worth), rarity })
  }
  return { get: (stem) => postings.get(stem), stems: () => postings.keys() }
}
