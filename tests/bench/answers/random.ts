// SPDX-License-Identifier: AGPL-3.0-or-later

export interface Dice {
  below: (limit: number) => number
  pick: <T>(list: readonly T[]) => T
  chance: (share: number) => boolean
}

/** The same numbers for the same seed (mulberry32), so that two runs measure the same texts. */
export const diceFrom = (seed: number): Dice => {
  let state = seed | 0
  const next = (): number => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const below = (limit: number): number => Math.floor(next() * limit)
  // No list here is empty.
  return { below, pick: <T>(list: readonly T[]) => list[below(list.length)] as T, chance: (share) => next() < share }
}
