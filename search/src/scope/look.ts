// SPDX-License-Identifier: AGPL-3.0-or-later
import { searchLimits, type EngineClient } from '../client.js'
import type { StampedRecord } from '../documents/to-documents.js'
import { all, equals } from '../filter.js'
import { markerId, type IndexMarker } from '../index-settings.js'

const batchSize = 1000

/** The state of an owner's documents in the engine, at one moment. */
export interface Look {
  /** Which rebuild made this index; empty when none has filled it yet: it answers from what it holds. */
  run: string
  /** How many documents of this owner there are. */
  total: number
  /** Those stamped after `since`, oldest first. */
  changed: StampedRecord[]
  /** There are no more than these. */
  complete: boolean
}

export const lookAt = async (client: EngineClient, owner: string, since: number): Promise<Look> => {
  const { results } = await client.multiSearch(
    {
      queries: [
        { indexUid: 'questions', filter: equals('id', markerId), limit: 1, attributesToRetrieve: ['run'] },
        { indexUid: 'questions', filter: equals('scope', owner), limit: 0 },
        { indexUid: 'questions', filter: all(equals('scope', owner), `stamp > ${String(since)}`), sort: ['stamp:asc'], limit: batchSize },
      ],
    },
    searchLimits(),
  )
  const [marker, counted, newer] = results
  const changed = (newer?.hits ?? []) as unknown as StampedRecord[]
  return {
    run: (marker?.hits[0] as Pick<IndexMarker, 'run'> | undefined)?.run ?? '',
    total: counted?.estimatedTotalHits ?? 0,
    changed,
    complete: changed.length < batchSize,
  }
}

/** Every document of an owner; from the beginning when a rebuild takes the index's place meanwhile. */
export const readAll = async (client: EngineClient, owner: string): Promise<{ run: string; documents: StampedRecord[] }> => {
  let documents: StampedRecord[] = []
  let first: string | null = null
  for (let since = 0; ;) {
    const { run, changed, complete } = await lookAt(client, owner, since)
    if (first !== null && first !== run) {
      documents = []
      first = null
      since = 0
      continue
    }
    first = run
    documents.push(...changed)
    if (complete) return { run, documents }
    since = changed.at(-1)?.stamp ?? since
  }
}
