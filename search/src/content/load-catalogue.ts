// SPDX-License-Identifier: AGPL-3.0-or-later
import { searchLimits, type EngineClient } from '../client.js'
import { all, equals, isOneOf } from '../filter.js'
import { markerId, type IndexMarker } from '../index-settings.js'
import { createCatalogue, type Catalogue } from './catalogue.js'
import { contentKinds, entryFields, type ContentEntry, type ContentKind } from './content-entry.js'

const batchSize = 1000
/** Two writers' clocks may differ, and a full disk may hold a write back: so far back is looked now and then. */
const overlapMicros = 2 * 60_000_000

const ofContent = isOneOf('kind', contentKinds)

/** The index says nothing of a rebuild: it is new or was emptied, and what it holds is not the whole. */
export class IndexNotReady extends Error {}

interface Look {
  /** Which rebuild made this index. */
  run: string
  counts: Partial<Record<ContentKind, number>>
  countsByScope: Record<string, number>
  changed: ContentEntry[]
}

/** One request: which index this is, how many entries it holds, and those stamped after `since`, oldest first. */
const look = async (client: EngineClient, since: number, within: string): Promise<Look> => {
  const { results } = await client.multiSearch(
    {
      queries: [
        { indexUid: 'pages', filter: equals('id', markerId), limit: 1, attributesToRetrieve: ['run'] },
        { indexUid: 'pages', filter: ofContent, limit: 0, facets: ['kind', 'scope'] },
        {
          indexUid: 'pages',
          filter: all(within, `stamp > ${String(since)}`),
          sort: ['stamp:asc'],
          limit: batchSize,
          attributesToRetrieve: [...entryFields],
        },
      ],
    },
    searchLimits(),
  )
  const [marker, counted, newer] = results
  const run = (marker?.hits[0] as Pick<IndexMarker, 'run'> | undefined)?.run
  if (run === undefined) throw new IndexNotReady('the search index is being built')
  return {
    run,
    counts: counted?.facetDistribution?.kind ?? {},
    countsByScope: counted?.facetDistribution?.scope ?? {},
    changed: (newer?.hits ?? []) as unknown as ContentEntry[],
  }
}

interface Read {
  entries: ContentEntry[]
  last: Look
}

/** Reads on until nothing newer comes; from the beginning when a rebuild takes the index's place meanwhile. */
const readSince = async (client: EngineClient, since: number, within = ofContent): Promise<Read> => {
  let entries: ContentEntry[] = []
  let run: string | null = null
  for (let from = since; ;) {
    const last = await look(client, from, within)
    if (run !== null && last.run !== run) {
      entries = []
      from = since
      run = null
      continue
    }
    run = last.run
    entries.push(...last.changed)
    const newest = last.changed.at(-1)
    if (newest === undefined || last.changed.length < batchSize) return { entries, last }
    from = newest.stamp
  }
}

export interface LoadedCatalogue {
  catalogue: Catalogue
  run: string
}

export const loadCatalogue = async (client: EngineClient): Promise<LoadedCatalogue> => {
  const { entries, last } = await readSince(client, 0)
  const catalogue = createCatalogue()
  catalogue.put(entries)
  return { catalogue, run: last.run }
}

const isComplete = (catalogue: Catalogue, { counts }: Look): boolean => {
  const held = catalogue.counts()
  return contentKinds.every((kind) => (held[kind] ?? 0) === (counts[kind] ?? 0))
}

/** Whose entries are not as many as the index holds. */
const differing = ({ countsByScope }: Look, catalogue: Catalogue): Set<string> => {
  const held = catalogue.countsByScope()
  return new Set([...held.keys(), ...Object.keys(countsByScope)].filter((scope) => held.get(scope) !== countsByScope[scope]))
}

/**
 * Brings a catalogue up to date with what was written since. What was removed has left no trace in the index, but every addition was seen,
 * so the counts tell, and tell of whom: that Ente's entries are read anew. After a rebuild, everything is.
 * @param deep looks back over what may have been written late, too
 */
export const refreshCatalogue = async (client: EngineClient, known: LoadedCatalogue, deep: boolean): Promise<LoadedCatalogue> => {
  const { catalogue, run } = known
  const changed = await readSince(client, deep ? Math.max(0, catalogue.newest() - overlapMicros) : catalogue.newest())
  if (changed.last.run !== run) return loadCatalogue(client)
  catalogue.put(changed.entries.filter((entry) => catalogue.byId(entry.id)?.stamp !== entry.stamp))
  if (isComplete(catalogue, changed.last)) return known

  const scopes = differing(changed.last, catalogue)
  const anew = await readSince(client, 0, all(ofContent, isOneOf('scope', [...scopes])))
  if (anew.last.run !== run) return loadCatalogue(client)
  catalogue.replaceScopes(scopes, anew.entries)
  // The engine counts so many scopes and no more: beyond that, which one it was cannot be told.
  return isComplete(catalogue, anew.last) ? known : loadCatalogue(client)
}
