// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EngineClient } from '../client.js'
import { keyOf } from '../analysis/number-of.js'
import type { StampedRecord } from '../documents/to-documents.js'
import { federationScope } from '../index-names.js'
import { closeShelf, createShelfMaker, emptyShelf, isScattered, openShelf, placesIn, type KeptShelf, type Standing } from './kept-shelf.js'
import { lookAt, readAll, stampsOf } from './look.js'
import { createPulse, EngineAwayError, type Beat } from './pulse.js'
import { createScope, type Scope } from './scope.js'
import { toShelf, type Shelf } from './shelf.js'
import type { Snapshots } from './snapshots.js'
import type { Spill } from './spill.js'
import type { Workshop } from './workshop.js'

/** What citizens of an Ente may be answered from now. */
export interface Current {
  scope: Scope
  /** The engine could not be asked: this is what was known before. */
  degraded: boolean
}

/** Keeps what every Ente has published at hand, and in step with the engine. */
export interface Shelves {
  /**
   * Throws when the engine cannot be asked and nothing is known of this Ente. With the federation's scope for an Ente: its texts alone,
   * for whoever writes its words.
   * @param use without waiting for anything: the memory of a scope is lent to another when it is pushed out
   */
  with: <T>(enteCode: string, use: (current: Current) => T) => Promise<T>
}

export interface ShelvesOptions {
  now?: () => number
  /** What is kept in memory; shelves of the Enti that nobody asked for longest go to disk first. */
  mostBytes?: number
  spill?: Spill | null
  /** Where to look while the engine is away. */
  snapshots?: Snapshots | null
  onError?: (error: unknown) => void
}

/** Two writers' clocks may differ: so often, what may have been written late is looked for, so far back. */
const deepEveryMs = 60_000
const overlapMicros = 2 * 60_000_000
/** An answer is from what was true so long ago at most: while people ask it is renewed behind them, and nobody waits. */
const freshMs = 1000
const mebibyte = 1024 * 1024

/** Beside the federation's texts when they are asked alone. */
const nobodys = toShelf([])

const latestOf = (documents: readonly StampedRecord[], latest: number): number =>
  documents.reduce((newest, { stamp }) => Math.max(newest, stamp), latest)

/** What is known of one owner. */
interface Known {
  /** Which rebuild made the index that it was read from; null when it came from disk, since the engine was away. */
  run: string | null
  kept: KeptShelf
  /** Null while nobody asks. */
  shelf: Shelf | null
  count: number
  newest: number
  checkedAt: number
  deepAt: number
}

export const createShelves = (
  client: EngineClient,
  workshop: Workshop,
  { now = Date.now, mostBytes = 24 * mebibyte, spill = null, snapshots = null, onError = () => undefined }: ShelvesOptions = {},
): Shelves => {
  const owners = new Map<string, Known>()
  /** Those whose shelf is in memory, asked for last at the end. */
  const inMemory = new Set<string>()
  const looking = new Map<string, Promise<Known>>()
  const scopes = new WeakMap<Shelf, { federation: Shelf; scope: Scope }>()
  /** When a beat last said that nothing had changed. */
  const trueAt = new WeakMap<KeptShelf, number>()
  const pulse = createPulse(client, now, onError)
  const maker = createShelfMaker(workshop, spill, onError)
  let bytesInMemory = 0

  const bytesOf = ({ kept, shelf }: Known): number => (shelf === null ? 0 : kept.parts.reduce((sum, { bytes }) => sum + bytes, 0))

  const remember = (owner: string, known: Known): Known => {
    const before = owners.get(owner)
    if (before !== undefined) {
      bytesInMemory -= bytesOf(before)
      if (before.kept !== known.kept) {
        maker.forget(before.kept, known.kept)
        if (before.shelf !== null) closeShelf(before.kept, before.shelf)
      }
    }
    bytesInMemory += bytesOf(known)
    owners.set(owner, known)
    inMemory.delete(owner)
    if (known.shelf !== null) inMemory.add(owner)
    return known
  }

  const standing = ({ kept, shelf }: Known): Map<number, Standing> => {
    if (shelf !== null) return placesIn(kept, shelf)
    const opened = openShelf(kept)
    const places = placesIn(kept, opened)
    closeShelf(kept, opened)
    return places
  }

  const nothingYet = (run: string | null): Known => {
    const at = now()
    return { run, kept: { ...emptyShelf }, shelf: null, count: 0, newest: 0, checkedAt: at, deepAt: at }
  }

  /** @param isAgain some are newer states of what is there */
  const withMore = async (known: Known, documents: readonly StampedRecord[], isAgain = false): Promise<Known> => {
    const places = isAgain ? standing(known) : new Map<number, Standing>()
    return {
      ...known,
      kept: await (isAgain ? maker.change(known.kept, places, documents, new Set()) : maker.extend(known.kept, documents)),
      count: known.count + documents.filter(({ id }) => !places.has(keyOf(id))).length,
      newest: latestOf(documents, known.newest),
    }
  }

  const load = async (owner: string): Promise<Known> => {
    const began = nothingYet('')
    let known = began
    const seen = new Set<number>()
    for await (const { run, documents, isFirst } of readAll(client, owner)) {
      if (isFirst) {
        seen.clear()
        snapshots?.replace(owner, documents)
        maker.forget(known.kept, emptyShelf)
        known = { ...began, run }
      } else snapshots?.add(owner, documents)
      // What is published while a large Ente is read comes once more.
      const isAgain = documents.some(({ id }) => seen.has(keyOf(id)))
      for (const { id } of documents) seen.add(keyOf(id))
      known = await withMore(known, documents, isAgain)
    }
    return known
  }

  /** What was removed has left no trace in the index, but every addition was seen: when the counts differ, all is read anew. */
  const refresh = async (owner: string, known: Known, beat: Beat): Promise<Known> => {
    if (isScattered(known.kept)) return load(owner)
    // Before anything is waited for: its memory may be lent to another meanwhile.
    const places = standing(known)
    const at = now()
    const { run, total, changed, complete } = await lookAt(client, owner, known.newest)
    if (run !== known.run || !complete) return load(owner)
    const isNews = ({ id, stamp }: StampedRecord): boolean => places.get(keyOf(id))?.stamp !== stamp
    const news = changed.filter(isNews)
    const count = known.count + news.filter(({ id }) => !places.has(keyOf(id))).length
    if (count !== total) return replaced(owner, known, places)
    const seen = Math.max(beat.newest.get(owner) ?? 0, ...changed.map(({ stamp }) => stamp), known.newest)
    const fresh = { ...known, newest: seen, checkedAt: at }
    if (news.length === 0) return fresh
    snapshots?.add(owner, news)
    return { ...fresh, kept: await maker.change(known.kept, places, news, new Set()), shelf: null, count }
  }

  /** What another writer, whose clock is slow, may have written since. */
  const lookDeep = async (owner: string, known: Known): Promise<Known> => {
    const at = now()
    // What came since the last time is stamped by no clock as early as this: nobody has to be asked about texts of long ago.
    if (known.newest < known.deepAt * 1000 - overlapMicros) return { ...known, deepAt: at }
    const places = standing(known)
    const stamps = await stampsOf(client, owner, Math.max(0, known.newest - overlapMicros))
    const missed = stamps.some(({ id, stamp }) => stamp <= known.newest && places.get(keyOf(id))?.stamp !== stamp)
    return missed ? replaced(owner, known, places) : { ...known, deepAt: at }
  }

  /** All is read again, and what is the same stays as it was prepared. */
  const replaced = async (owner: string, known: Known, places: ReadonlyMap<number, Standing>): Promise<Known> => {
    const at = now()
    const left = new Map<number, StampedRecord>()
    for await (const batch of readAll(client, owner)) {
      if (batch.run !== known.run) return load(owner)
      for (const document of batch.documents) left.set(keyOf(document.id), document)
    }
    const documents = [...left.values()]
    snapshots?.replace(owner, documents)
    const news = documents.filter(({ id, stamp }) => places.get(keyOf(id))?.stamp !== stamp)
    const kept = await maker.change(known.kept, places, news, new Set([...places.keys()].filter((key) => !left.has(key))))
    return {
      run: known.run,
      kept,
      shelf: null,
      count: documents.length,
      newest: latestOf(documents, known.newest),
      checkedAt: at,
      deepAt: at,
    }
  }

  /** What stood on disk after a start, when the engine cannot be asked. */
  const remembered = async (owner: string, error: unknown, beat: Beat | null): Promise<Known> => {
    const documents = await snapshots?.read(owner)
    if (documents === null || documents === undefined) throw beat === null ? new EngineAwayError() : error
    return withMore(nothingYet(null), documents)
  }

  /** One at a time for each owner. */
  const look = (
    owner: string,
    known: Known | undefined,
    beat: Beat | null,
    read: (known: Known, beat: Beat) => Promise<Known> = (from, to) => refresh(owner, from, to),
  ): Promise<Known> => {
    const under = looking.get(owner)
    if (under !== undefined) return under
    const done = (known === undefined || beat === null || known.run === null ? load(owner) : read(known, beat))
      .catch((error: unknown) => {
        if (known === undefined) return remembered(owner, error, beat)
        onError(error)
        return known
      })
      .then((fresh) => {
        // Meanwhile it may have gone to disk and come back: what lies in memory is not what lay there before.
        const before = owners.get(owner)
        const isSame = before !== undefined && fresh.kept === known?.kept
        return remember(owner, isSame ? { ...fresh, kept: before.kept, shelf: before.shelf } : { ...fresh, shelf: null })
      })
      .finally(() => looking.delete(owner))
    looking.set(owner, done)
    return done
  }

  const isBehind = ({ run, newest, count, checkedAt }: Known, owner: string, beat: Beat): boolean =>
    beat.at > checkedAt && (beat.run !== run || (beat.newest.get(owner) ?? 0) > newest || (beat.totals.get(owner) ?? 0) !== count)

  const current = (owner: string, beat: Beat | null): Known | Promise<Known> => {
    const known = owners.get(owner)
    if (known === undefined) return look(owner, undefined, beat)
    if (beat === null) return known
    if (!isBehind(known, owner, beat)) {
      trueAt.set(known.kept, beat.at)
      if (now() - known.deepAt >= deepEveryMs) void look(owner, known, beat, (from) => lookDeep(owner, from))
      return known
    }
    const fresh = look(owner, known, beat)
    return now() - Math.max(known.checkedAt, trueAt.get(known.kept) ?? 0) < freshMs ? known : fresh
  }

  /** With its shelf in memory. */
  const atHand = (owner: string): { run: Known['run']; shelf: Shelf } => {
    const known = owners.get(owner)
    if (known === undefined) throw new Error(`${owner} was forgotten while it was asked for`)
    const { run, shelf } = known
    if (shelf === null) {
      const opened = openShelf(known.kept)
      remember(owner, { ...known, shelf: opened })
      return { run, shelf: opened }
    }
    inMemory.delete(owner)
    inMemory.add(owner)
    return { run, shelf }
  }

  const makeRoom = (): void => {
    for (const owner of inMemory) {
      if (bytesInMemory <= mostBytes) return
      const known = owners.get(owner)
      if (owner === federationScope || known === undefined || known.shelf === null) continue
      bytesInMemory -= bytesOf(known)
      inMemory.delete(owner)
      closeShelf(known.kept, known.shelf)
      // Where there is no disk it is read from the engine again.
      if (spill === null) owners.delete(owner)
      else owners.set(owner, { ...known, shelf: null, kept: { ...known.kept, recent: [] } })
    }
  }

  return {
    with: async (enteCode, use) => {
      const beat = await pulse.last()
      const wanted = [...new Set([federationScope, enteCode])]
      // Without a disk one may be pushed out while the other is waited for.
      do {
        const awaited = wanted.map((owner) => current(owner, beat)).filter((one) => one instanceof Promise)
        if (awaited.length > 0) await Promise.all(awaited)
      } while (!wanted.every((owner) => owners.has(owner)))
      const federation = atHand(federationScope)
      const own = enteCode === federationScope ? { run: federation.run, shelf: nobodys } : atHand(enteCode)
      const made = scopes.get(own.shelf)
      const scope = made?.federation === federation.shelf ? made.scope : createScope(enteCode, own.shelf, federation.shelf)
      scopes.set(own.shelf, { federation: federation.shelf, scope })
      const used = use({ scope, degraded: beat === null || own.run === null || federation.run === null })
      makeRoom()
      return used
    },
  }
}
