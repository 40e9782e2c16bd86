// SPDX-License-Identifier: AGPL-3.0-or-later
import { keyOf } from '../analysis/number-of.js'
import { parseConfirmedQuestion, type ConfirmedQuestion } from '../confirmed/confirmed-question.js'
import type { StampedConfirmed } from '../documents/confirmed-question-document.js'
import type { StampedEntry } from '../documents/lexicon-entry-document.js'
import { parseLexiconEntry, type LexiconEntry } from '../lexicon/entry.js'

/** What people said of words and questions: beside the texts, and no text. */
export type StampedSaying = StampedEntry | StampedConfirmed

interface KeptEntry {
  stamp: number
  /** Null for one that cannot be used: it counts among what there is, and questions are answered without it. */
  entry: LexiconEntry | ConfirmedQuestion | null
}

/** The entries of one owner, by the keys of their ids. They are few and small, and stay in memory. */
export type KeptEntries = ReadonlyMap<number, KeptEntry>

/**
 * With newer states of some entries, and without those that ended; the same one when nothing changes.
 * @param onError is told of each that cannot be used, when it comes
 */
export const changeEntries = (
  entries: KeptEntries,
  news: readonly StampedSaying[],
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

export const usableEntries = (entries: KeptEntries): LexiconEntry[] =>
  [...entries.values()].flatMap(({ entry }) => (entry?.kind === 'lexicon-entry' ? entry : []))

export const usableConfirmed = (entries: KeptEntries): ConfirmedQuestion[] =>
  [...entries.values()].flatMap(({ entry }) => (entry?.kind === 'confirmed-question' ? entry : []))

const read = (record: StampedSaying, onError: (error: unknown) => void): KeptEntry['entry'] => {
  try {
    return record.kind === 'lexicon-entry' ? parseLexiconEntry(record) : parseConfirmedQuestion(record)
  } catch (error) {
    onError(new Error(`the ${record.kind.replace('-', ' ')} ${record.id} is left out: ${String(error)}`))
    return null
  }
}
