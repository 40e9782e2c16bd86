// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { engineErrorCode, type EngineClient } from './client.js'
import { createIndex, readMarker } from './create-index.js'
import type { Embedder } from './embedder/embedder.js'
import { createRecords } from './embedder/records.js'
import { noVector } from './embedder/vectors-for.js'
import { indexNames, nextNameOf } from './index-names.js'
import { indexVersionWith, markerId, type IndexMarker } from './index-settings.js'
import type { IndexSource } from './model.js'
import { whenDone } from './tasks.js'

const batchSize = 200
const swapTimeoutMs = 120_000
const swapPollMs = 25

/**
 * Builds both indexes anew beside the ones in use and puts them in their place in one step: searches meanwhile are
 * answered from the old ones, and none fails or finds nothing. A rebuild that was killed leaves nothing that matters.
 * Records changed in the back office while this runs must be written again after it: the copy read here may be older.
 */
export const rebuild = async (
  client: EngineClient,
  sources: AsyncIterable<IndexSource> | Iterable<IndexSource>,
  onProgress?: (indexed: number) => void,
  embedder: Embedder | null = null,
): Promise<{ indexed: number }> => {
  const run = randomUUID()
  // A swap wants both sides to exist: on a new engine, the ones in use are made now.
  await Promise.all(indexNames.map((name) => createIndex(client, name, name, embedder)))
  await deleteNext(client)
  await Promise.all(indexNames.map((name) => createIndex(client, name, nextNameOf(name), embedder)))
  await writeMarkers(client, run, embedder)
  const indexed = await fill(client, sources, embedder, onProgress)
  await assertStillOurs(client, run)
  await client.swapIndexes(indexNames.map((name) => ({ indexes: [name, nextNameOf(name)], rename: false })))
  await untilInPlace(client, run)
  await deleteNext(client)
  return { indexed }
}

const fill = async (
  client: EngineClient,
  sources: AsyncIterable<IndexSource> | Iterable<IndexSource>,
  embedder: Embedder | null,
  onProgress?: (indexed: number) => void,
): Promise<number> => {
  const records = createRecords(embedder)
  let indexed = 0
  let batch: IndexSource[] = []
  const flush = async () => {
    const sources = batch
    batch = []
    const { pages, questions } = await records.of(sources)
    await Promise.all([
      pages.length > 0 && whenDone(client.index('pages_next').addDocuments(pages)),
      questions.length > 0 && whenDone(client.index('questions_next').addDocuments(questions)),
    ])
    indexed += sources.length
    onProgress?.(indexed)
  }
  for await (const source of sources) {
    batch.push(source)
    if (batch.length >= batchSize) await flush()
  }
  await flush()
  return indexed
}

const writeMarkers = async (client: EngineClient, run: string, embedder: Embedder | null): Promise<void> => {
  const marker: IndexMarker = { id: markerId, version: indexVersionWith(embedder), run }
  const markerOf = { pages: marker, questions: embedder === null ? marker : { ...marker, ...noVector } }
  await Promise.all(indexNames.map((name) => whenDone(client.index(nextNameOf(name)).addDocuments([markerOf[name]]))))
}

/** Two rebuilds at once would take each other's indexes away, and the engine would silently make them again without settings. */
const assertStillOurs = async (client: EngineClient, run: string): Promise<void> => {
  const markers = await Promise.all(indexNames.map((name) => readMarker(client, nextNameOf(name))))
  if (markers.some((marker) => marker?.run !== run))
    throw new Error('another rebuild of the search index began meanwhile; this one was given up')
}

/** A swap belongs to no single index, so a key for ours may not read its task: the markers tell when it is done. */
const untilInPlace = async (client: EngineClient, run: string): Promise<void> => {
  const deadline = Date.now() + swapTimeoutMs
  while (Date.now() < deadline) {
    const markers = await Promise.all(indexNames.map((name) => readMarker(client, name)))
    if (markers.every((marker) => marker?.run === run)) return
    await sleep(swapPollMs)
  }
  throw new Error('the search engine did not put the new indexes in place in time')
}

const deleteNext = async (client: EngineClient): Promise<void> => {
  await Promise.all(
    indexNames.map(async (name) => {
      try {
        await whenDone(client.deleteIndex(nextNameOf(name)))
      } catch (error) {
        if (!isMissing(error)) throw error
      }
    }),
  )
}

const isMissing = (error: unknown): boolean =>
  engineErrorCode(error) === 'index_not_found' || (error instanceof Error && 'code' in error && error.code === 'index_not_found')
