// SPDX-License-Identifier: AGPL-3.0-or-later

/** The same function, which keeps what it found for the last words: people and texts use few words often. */
export const remembering = <T>(most: number, find: (word: string) => T): ((word: string) => T) => {
  // Keeping them in order would cost more than finding some again: when the young are half of all, the old ones go.
  let young = new Map<string, T>()
  let old = young
  return (word) => {
    const kept = young.get(word)
    if (kept !== undefined) return kept
    const found = old.get(word) ?? find(word)
    if (young.size >= most / 2) {
      old = young
      young = new Map()
    }
    young.set(word, found)
    return found
  }
}
