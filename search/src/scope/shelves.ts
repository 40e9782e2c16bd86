// SPDX-License-Identifier: AGPL-3.0-or-later
import { searchLimits, type EngineClient } from '../client.js'
import type { QuestionDocument, StampedQuestion } from '../documents/question-document.js'
import { all, equals } from '../filter.js'
import { federationScope } from '../index-names.js'
import { markerId, type IndexMarker } from '../index-settings.js'
import { prepareDocument, type PreparedDocument } from './prepare-document.js'
import { createScope, type Scope } from './scope.js'
import { toShelf, type Shelf } from './shelf.js'
import type { Workshop } from './workshop.js'

/** Keeps what citizens of each Ente may be answered from in memory, and in step with the engine. */
export interface Shelves {
  /** Throws when the engine cannot be asked and nothing is known of this Ente. */
  scopeOf(enteCode: string): Promise<Scope>
}

export interface ShelvesOptions {
  now?: () => number
  /** Documents kept in memory; those of the Ente that nobody asked for longest go first. */
  mostDocuments?: number
}

/** What is published is found this much later at most. */
const freshMs = 300
/** Two writers' clocks may differ: so often, what may have been written late is looked for, so far back. */
const deepEveryMs = 60_000
const overlapMicros = 2 * 60_000_000
const batchSize = 1000

interface Held {
  /** Which rebuild made the index that it was read from. */
  run: string
  documents: Map<string, { stamp: number; prepared: PreparedDocument }>
  shelf: Shelf
  newest: number
  checkedAt: number
  deepAt: number
}

interface Look {
  run: string
  total: number
  changed: StampedQuestion[]
}

export const createShelves = (
  client: EngineClient,
  workshop: Workshop,
  { now = Date.now, mostDocuments = 60_000 }: ShelvesOptions = {},
): Shelves => {
  const held = new Map<string, Held>()
  const looking = new Map<string, Promise<Held>>()
  const scopes = new WeakMap<Shelf, { federation: Shelf; scope: Scope }>()

  /** One request: which index this is, how many documents of this owner it holds, and those stamped after `since`, oldest first. */
  const look = async (owner: string, since: number): Promise<Look> => {
    const { results } = await client.multiSearch(
      {
        queries: [
          { indexUid: 'questions', filter: equals('id', markerId), limit: 1, attributesToRetrieve: ['run'] },
          { indexUid: 'questions', filter: equals('scope', owner), limit: 0 },
          {
            indexUid: 'questions',
            filter: all(equals('scope', owner), `stamp > ${String(since)}`),
            sort: ['stamp:asc'],
            limit: batchSize,
          },
        ],
      },
      searchLimits(),
    )
    const [marker, counted, newer] = results
    // An index that no rebuild has filled yet answers from what it holds.
    const run = (marker?.hits[0] as Pick<IndexMarker, 'run'> | undefined)?.run ?? ''
    return { run, total: counted?.estimatedTotalHits ?? 0, changed: (newer?.hits ?? []) as unknown as StampedQuestion[] }
  }

  const load = async (owner: string): Promise<Held> => {
    let run: string | null = null
    let documents: Held['documents'] = new Map()
    for (let since = 0; ;) {
      const { run: current, changed } = await look(owner, since)
      if (run !== null && run !== current) {
        run = null
        documents = new Map()
        since = 0
        continue
      }
      run = current
      put(documents, changed)
      const last = changed.at(-1)
      if (last === undefined || changed.length < batchSize) return toHeld(run, documents)
      since = last.stamp
    }
  }

  const put = (documents: Held['documents'], changed: readonly StampedQuestion[]): void => {
    for (const document of changed) documents.set(document.id, { stamp: document.stamp, prepared: prepareDocument(workshop, document) })
  }

  const toHeld = (run: string, documents: Held['documents']): Held => {
    const list = [...documents.values()]
    return {
      run,
      documents,
      shelf: toShelf(list.map(({ prepared }) => prepared)),
      newest: list.reduce((newest, { stamp }) => Math.max(newest, stamp), 0),
      checkedAt: now(),
      deepAt: now(),
    }
  }

  /** What was removed has left no trace in the index, but every addition was seen: when the counts differ, all is read anew. */
  const refresh = async (owner: string, known: Held): Promise<Held> => {
    const deep = now() - known.deepAt >= deepEveryMs
    const { run, total, changed } = await look(owner, deep ? Math.max(0, known.newest - overlapMicros) : known.newest)
    const news = changed.filter(({ id, stamp }) => known.documents.get(id)?.stamp !== stamp)
    if (run !== known.run || changed.length === batchSize) return load(owner)
    if (news.length > 0) put(known.documents, news)
    if (known.documents.size !== total) return load(owner)
    known.checkedAt = now()
    if (deep) known.deepAt = now()
    return news.length === 0 ? known : { ...toHeld(run, known.documents), deepAt: known.deepAt }
  }

  const current = async (owner: string): Promise<Held> => {
    const known = held.get(owner)
    if (known !== undefined && now() - known.checkedAt < freshMs) return known
    const under = looking.get(owner)
    if (under !== undefined) return under
    const done = (known === undefined ? load(owner) : refresh(owner, known)).finally(() => looking.delete(owner))
    looking.set(owner, done)
    const fresh = await done
    held.set(owner, fresh)
    return fresh
  }

  const makeRoom = (): void => {
    let documents = [...held.values()].reduce((sum, { documents: { size } }) => sum + size, 0)
    for (const [owner, { documents: kept }] of held) {
      if (documents <= mostDocuments) return
      if (owner === federationScope) continue
      held.delete(owner)
      documents -= kept.size
    }
  }

  return {
    scopeOf: async (enteCode) => {
      const [own, federation] = await Promise.all([current(enteCode), current(federationScope)])
      // The one asked for last goes to the end, so that the first is the one to go.
      held.delete(enteCode)
      held.set(enteCode, own)
      makeRoom()
      const made = scopes.get(own.shelf)
      if (made?.federation === federation.shelf) return made.scope
      const scope = createScope(enteCode, own.shelf, federation.shelf)
      scopes.set(own.shelf, { federation: federation.shelf, scope })
      return scope
    },
  }
}

/** Full texts of what is shown, best first; what was removed a moment ago is missing. */
export const fetchDocuments = async (client: EngineClient, ids: readonly string[]): Promise<QuestionDocument[]> => {
  if (ids.length === 0) return []
  const { results } = await client.multiSearch(
    { queries: ids.map((id) => ({ indexUid: 'questions', filter: equals('id', id), limit: 1 })) },
    searchLimits(),
  )
  return results.flatMap(({ hits }) => hits as unknown as QuestionDocument[])
}
