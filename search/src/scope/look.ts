// SPDX-License-Identifier: AGPL-3.0-or-later
import { searchLimits, type EngineClient } from '../client.js'
import type { StampedRecord } from '../documents/to-documents.js'
import { all, equals } from '../filter.js'
import { markerId, type IndexMarker } from '../index-settings.js'

const batchSize = 500

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

/** The engine shows no more than this of one owner. */
const everything = 20_000

/** Ids and stamps of an owner's documents that were stamped after `since`. */
export const stampsOf = async (client: EngineClient, owner: string, since: number): Promise<Pick<StampedRecord, 'id' | 'stamp'>[]> => {
  const { hits } = await client
    .index<StampedRecord>('questions')
    .search(
      '',
      { filter: all(equals('scope', owner), `stamp > ${String(since)}`), limit: everything, attributesToRetrieve: ['id', 'stamp'] },
      searchLimits(),
    )
  return hits
}

/** Documents of an owner that came in one piece. After a first one all begins anew: a rebuild took the index's place meanwhile. */
export interface Batch {
  run: string
  documents: StampedRecord[]
  isFirst: boolean
}

/** Every document of an owner, a piece at a time, so that a large one is never in memory as a whole. */
export async function* readAll(client: EngineClient, owner: string): AsyncGenerator<Batch> {
  let first: string | null = null
  for (let since = 0; ;) {
    const { run, changed, complete } = await lookAt(client, owner, since)
    if (first !== null && first !== run) {
      first = null
      since = 0
      continue
    }
    yield { run, documents: changed, isFirst: first === null }
    first = run
    if (complete) return
    since = changed.at(-1)?.stamp ?? since
  }
}
