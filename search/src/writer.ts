// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Locale } from '@linea-comune/config'
import type { EngineClient } from './client.js'
import { createIndex, readMarker } from './create-index.js'
import { documentIdOf } from './documents/document-id.js'
import type { Embedder } from './embedder/embedder.js'
import { createRecords } from './embedder/records.js'
import { documentsAwaitingVectors, type AwaitingVector } from './embedder/awaiting-vectors.js'
import { all, equals, isNoneOf, isOneOf } from './filter.js'
import { indexNames } from './index-names.js'
import { indexVersionWith } from './index-settings.js'
import type { IndexSource } from './model.js'
import { whenDone } from './tasks.js'

export interface IndexWriter {
  /** Creates the indexes that are missing, with their settings. Changes nothing in those that exist. Every write begins with it. */
  prepare(): Promise<void>
  /** True until a rebuild has filled the indexes with these settings: on a new or emptied engine, and after an upgrade that changed them. */
  needsRebuild(): Promise<boolean>
  put(sources: readonly IndexSource[]): Promise<void>
  /** Without `locales`, every language. */
  remove(what: { documentId: string; locales?: readonly Locale[] }): Promise<void>
  /** Brings the indexes to exactly this state of some documents, by documentId: other languages and other owners of them disappear. */
  replaceDocuments(documents: ReadonlyMap<string, readonly IndexSource[]>): Promise<void>
  replaceDocument(documentId: string, sources: readonly IndexSource[]): Promise<void>
  /** Documents that were written while the embedder was away, now that it answers again: they are to be written once more. */
  awaitingVectors: () => Promise<AwaitingVector[]>
}

export interface IndexWriterOptions {
  embedder?: Embedder | null
  /** The embedder is away; what is written is found by its words alone. */
  onError?: (error: unknown) => void
}

/** Every write waits until the engine has done it, and throws when it could not; each may be repeated without harm. */
export const createIndexWriter = (client: EngineClient, { embedder = null, onError }: IndexWriterOptions = {}): IndexWriter => {
  const records = createRecords(embedder, onError)
  // Without it a write to an engine that was emptied would make the index anew, without settings.
  const prepare = async (): Promise<void> => {
    await Promise.all(indexNames.map((name) => createIndex(client, name, name, embedder)))
  }

  const deleteWhere = async (filter: string): Promise<void> => {
    await prepare()
    await Promise.all(indexNames.map((name) => whenDone(client.index(name).deleteDocuments({ filter }))))
  }

  const put = async (sources: readonly IndexSource[]): Promise<void> => {
    await prepare()
    const { pages, questions } = await records.of(sources)
    await Promise.all([
      pages.length > 0 && whenDone(client.index('pages').addDocuments(pages)),
      questions.length > 0 && whenDone(client.index('questions').addDocuments(questions)),
    ])
  }

  const replaceDocuments = async (documents: ReadonlyMap<string, readonly IndexSource[]>): Promise<void> => {
    if (documents.size === 0) return
    const sources = [...documents.values()].flat()
    await put(sources)
    const kept = sources.map(documentIdOf)
    await deleteWhere(all(isOneOf('documentId', [...documents.keys()]), kept.length === 0 ? null : isNoneOf('id', kept)))
  }

  return {
    prepare,
    needsRebuild: async () => {
      const versions = await Promise.all(indexNames.map((name) => readMarker(client, name)))
      return versions.some((marker) => marker?.version !== indexVersionWith(embedder))
    },
    put,
    remove: async ({ documentId, locales }) => {
      await deleteWhere(all(equals('documentId', documentId), locales === undefined ? null : isOneOf('locale', locales)))
    },
    replaceDocuments,
    awaitingVectors: () => (embedder === null ? Promise.resolve([]) : documentsAwaitingVectors(client, embedder)),
    replaceDocument: (documentId, sources) => replaceDocuments(new Map([[documentId, sources]])),
  }
}
