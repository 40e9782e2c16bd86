// SPDX-License-Identifier: AGPL-3.0-or-later
import { keyOf } from '../analysis/number-of.js'
import type { StampedEntry } from '../documents/lexicon-entry-document.js'
import { parseLexiconEntry, type LexiconEntry } from '../lexicon/entry.js'

interface KeptEntry {
  stamp: number
  /** Null for one that cannot be used: it counts among what there is, and questions are answered without it. */
  entry: LexiconEntry | null
}

/** The entries of one owner, by the keys of their ids. They are few and small, and stay in memory. */
export type KeptEntries = ReadonlyMap<number, KeptEntry>

/**
 * With newer states of some entries, and without those that ended; the same one when nothing changes.
 * @param onError is told of each that cannot be used, when it comes
 */
export const changeEntries = (
  entries: KeptEntries,
  news: readonly StampedEntry[],
  ended: Iterable<number>,
  onError: (error: unknown) => void,
): KeptEntries => {
  const going = [...ended].filter((key) => entries.has(key))
  if (going.length + news.length === 0) return entries
  const changed = new Map(entries)
  for (const key of going) changed.delete(key)
  for (const record of news) changed.set(keyOf(record.id), { stamp: record.stamp, entry: read(record, onError) })
  return changed
}

export const usableEntries = (entries: KeptEntries): LexiconEntry[] => [...entries.values()].flatMap(({ entry }) => entry ?? [])

const read = (record: StampedEntry, onError: (error: unknown) => void): LexiconEntry | null => {
  try {
    return parseLexiconEntry(record)
  } catch (error) {
    onError(new Error(`the lexicon entry ${record.id} is left out: ${String(error)}`))
    return null
  }
}
