// SPDX-License-Identifier: AGPL-3.0-or-later
import { searchLimits, type EngineClient } from '../client.js'
import type { QuestionDocument } from '../documents/question-document.js'
import type { QuestionRecord, StampedRecord } from '../documents/to-documents.js'
import { isOneOf } from '../filter.js'
import { federationScope } from '../index-names.js'
import { parseLexiconEntry, type LexiconEntry } from '../lexicon/entry.js'
import { lookAt, readAll } from './look.js'
import { prepareDocument, type PreparedDocument } from './prepare-document.js'
import { createScope, type Scope } from './scope.js'
import { toShelf, type Shelf } from './shelf.js'
import type { Snapshots } from './snapshots.js'
import type { Workshop } from './workshop.js'

/** What citizens of an Ente may be answered from now. */
interface Current {
  scope: Scope
  /** The engine could not be asked: this is what was known before. */
  degraded: boolean
}

/** Keeps what every Ente has published in memory, and in step with the engine. */
export interface Shelves {
  /** Throws when the engine cannot be asked and nothing is known of this Ente. */
  of(enteCode: string): Promise<Current>
  /** Full texts of what is shown, best first; what was removed a moment ago is missing. Throws when nothing has them. */
  documents(wanted: readonly Pick<PreparedDocument, 'id' | 'scope'>[]): Promise<{ documents: QuestionDocument[]; degraded: boolean }>
}

export interface ShelvesOptions {
  now?: () => number
  /** Documents kept in memory; those of the Ente that nobody asked for longest go first. */
  mostDocuments?: number
  /** Where to look while the engine is away. */
  snapshots?: Snapshots | null
  onError?: (error: unknown) => void
}

/** What is published is found this much later at most. */
const freshMs = 300
/** An engine that did not answer is asked again after this long, behind the answers. */
const retryMs = 1000
/** Two writers' clocks may differ: so often, what may have been written late is looked for, so far back. */
const deepEveryMs = 60_000
const overlapMicros = 2 * 60_000_000

type Prepared = PreparedDocument | LexiconEntry

interface Held {
  /** Which rebuild made the index that it was read from. */
  run: string
  documents: Map<string, { stamp: number; prepared: Prepared | null }>
  shelf: Shelf
  newest: number
  checkedAt: number
  deepAt: number
  degraded: boolean
}

export const createShelves = (
  client: EngineClient,
  workshop: Workshop,
  { now = Date.now, mostDocuments = 60_000, snapshots = null, onError = () => undefined }: ShelvesOptions = {},
): Shelves => {
  const held = new Map<string, Held>()
  const looking = new Map<string, Promise<Held>>()
  const scopes = new WeakMap<Shelf, { federation: Shelf; scope: Scope }>()

  /** Null for an entry that cannot be used: it counts among what there is, and questions are answered without it. */
  const prepare = (record: QuestionRecord): Prepared | null => {
    if (record.kind !== 'lexicon-entry') return prepareDocument(workshop, record)
    try {
      return parseLexiconEntry(record)
    } catch (error) {
      onError(new Error(`the lexicon entry ${record.id} is left out: ${String(error)}`))
      return null
    }
  }

  /** A new map: what somebody still holds stays as it was. */
  const withChanged = (documents: Held['documents'], changed: readonly StampedRecord[]): Held['documents'] =>
    new Map([...documents, ...changed.map((document) => [document.id, { stamp: document.stamp, prepared: prepare(document) }] as const)])

  const toHeld = (run: string, documents: Held['documents'], degraded = false): Held => {
    const list = [...documents.values()]
    return {
      run,
      documents,
      shelf: toShelf(
        list.flatMap(({ prepared }) => (prepared === null || prepared.kind === 'lexicon-entry' ? [] : [prepared])),
        list.flatMap(({ prepared }) => (prepared?.kind === 'lexicon-entry' ? [prepared] : [])),
      ),
      newest: list.reduce((newest, { stamp }) => Math.max(newest, stamp), 0),
      checkedAt: now(),
      deepAt: now(),
      degraded,
    }
  }

  const load = async (owner: string): Promise<Held> => {
    const { run, documents } = await readAll(client, owner)
    snapshots?.replace(owner, documents)
    return toHeld(run, withChanged(new Map(), documents))
  }

  /** What was removed has left no trace in the index, but every addition was seen: when the counts differ, all is read anew. */
  const refresh = async (owner: string, known: Held): Promise<Held> => {
    const deep = now() - known.deepAt >= deepEveryMs
    const { run, total, changed, complete } = await lookAt(client, owner, deep ? Math.max(0, known.newest - overlapMicros) : known.newest)
    if (run !== known.run || !complete) return load(owner)
    const news = changed.filter(({ id, stamp }) => known.documents.get(id)?.stamp !== stamp)
    const documents = news.length === 0 ? known.documents : withChanged(known.documents, news)
    if (documents.size !== total) return load(owner)
    if (news.length > 0) snapshots?.add(owner, news)
    const fresh = news.length === 0 ? { ...known, checkedAt: now(), degraded: false } : toHeld(run, documents)
    return { ...fresh, deepAt: deep ? now() : known.deepAt }
  }

  /** What was known before, when the engine cannot be asked: from memory, or from disk after a start. */
  const remembered = async (owner: string, known: Held | undefined, error: unknown): Promise<Held> => {
    if (known?.degraded === true) return { ...known, checkedAt: now() }
    if (known !== undefined) {
      onError(error)
      return { ...known, checkedAt: now(), degraded: true }
    }
    const documents = await snapshots?.read(owner)
    if (documents === null || documents === undefined) throw error
    onError(error)
    return toHeld('', withChanged(new Map(), documents), true)
  }

  const look = (owner: string, known: Held | undefined): Promise<Held> => {
    const under = looking.get(owner)
    if (under !== undefined) return under
    const done = (known === undefined ? load(owner) : refresh(owner, known))
      .catch((error: unknown) => remembered(owner, known, error))
      .then((fresh) => {
        held.set(owner, fresh)
        return fresh
      })
      .finally(() => looking.delete(owner))
    looking.set(owner, done)
    return done
  }

  const current = async (owner: string): Promise<Held> => {
    const known = held.get(owner)
    if (known === undefined) return look(owner, undefined)
    const age = now() - known.checkedAt
    if (!known.degraded) return age < freshMs ? known : look(owner, known)
    // Nobody waits for an engine that does not answer: it is asked behind the answers until it does.
    if (age >= retryMs) look(owner, known).catch(onError)
    return known
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
    of: async (enteCode) => {
      const [own, federation] = await Promise.all([enteCode === federationScope ? null : current(enteCode), current(federationScope)])
      // The federation's texts alone: no citizen asks for them, whoever writes its words does.
      if (own === null) return { scope: createScope(enteCode, toShelf([]), federation.shelf), degraded: federation.degraded }
      // The one asked for last goes to the end, so that the first is the one to go; it may have been renewed meanwhile.
      const latest = held.get(enteCode) ?? own
      held.delete(enteCode)
      held.set(enteCode, latest)
      makeRoom()
      const degraded = own.degraded || federation.degraded
      const made = scopes.get(own.shelf)
      if (made?.federation === federation.shelf) return { scope: made.scope, degraded }
      const scope = createScope(enteCode, own.shelf, federation.shelf)
      scopes.set(own.shelf, { federation: federation.shelf, scope })
      return { scope, degraded }
    },
    documents: async (wanted) => {
      try {
        return {
          documents: await fetchDocuments(
            client,
            wanted.map(({ id }) => id),
          ),
          degraded: false,
        }
      } catch (error) {
        const owners = [...new Set(wanted.map(({ scope }) => scope))]
        const kept = (await Promise.all(owners.map(async (owner) => (await snapshots?.read(owner)) ?? []))).flat()
        if (kept.length === 0) throw error
        const documents = kept.filter((record) => record.kind !== 'lexicon-entry')
        return { documents: wanted.flatMap(({ id }) => documents.find((document) => document.id === id) ?? []), degraded: true }
      }
    },
  }
}

const fetchDocuments = async (client: EngineClient, ids: readonly string[]): Promise<QuestionDocument[]> => {
  if (ids.length === 0) return []
  const { hits } = await client
    .index<QuestionDocument>('questions')
    .search('', { filter: isOneOf('id', ids), limit: ids.length }, searchLimits())
  return hits
}
