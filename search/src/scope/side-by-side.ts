// SPDX-License-Identifier: AGPL-3.0-or-later
import { mostPositions, placeOf, type Segment } from './segment.js'

/** Some document of a segment, of those that are not hidden, holds these stems one right after the other. */
export const holdsTogether = (segment: Segment, hidden: Uint8Array | null, stems: readonly number[]): boolean => {
  const places = stems.map((stem) => placeOf(segment.stem, stem))
  if (places.includes(-1)) return false
  /** Where the stems so far end, in each document that holds them. */
  let ends: Map<number, readonly number[]> | null = null
  for (const place of places) {
    const next = new Map<number, readonly number[]>()
    eachPosting(segment, place, (document, positions) => {
      if (hidden?.[document] === 1) return
      const before = ends?.get(document)
      const found = ends === null ? positions : positions.filter((position) => before?.includes(position - 1))
      // A word far down a long text has no position, and is said all the same.
      if (found.length > 0 || places.length === 1) next.set(document, found)
    })
    if (next.size === 0) return false
    ends = next
  }
  return true
}

const eachPosting = (
  { postingStart, positionStart, postingDocument, posting, position }: Segment,
  stem: number,
  use: (document: number, positions: number[]) => void,
): void => {
  let from = positionStart[stem] ?? 0
  for (let at = postingStart[stem] ?? 0, end = postingStart[stem + 1] ?? 0; at < end; at++) {
    const times = (posting[at] ?? 0) & mostPositions
    use(postingDocument[at] ?? 0, [...position.subarray(from, from + times)])
    from += times
  }
}
