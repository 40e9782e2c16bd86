// SPDX-License-Identifier: AGPL-3.0-or-later

/** The same function, which keeps what it found for the last words: people and texts use few words often. */
export const remembering = <T>(most: number, find: (word: string) => T): ((word: string) => T) => {
  const known = new Map<string, T>()
  return (word) => {
    const kept = known.get(word)
    if (kept !== undefined) return kept
    const found = find(word)
    // Words used often are back at once; keeping an order would cost more than finding them again.
    if (known.size >= most) known.clear()
    known.set(word, found)
    return found
  }
}
