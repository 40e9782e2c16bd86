// SPDX-License-Identifier: AGPL-3.0-or-later
import { setTimeout as sleep } from 'node:timers/promises'
import type { Core } from '@strapi/strapi'
import { createEmbedder, createIndexWriter, type EngineClient } from '@linea-comune/search'
import { settings } from '../settings'
import type { Worker } from '../workers/worker'
import { startIndexWorker } from './index-worker'
import { rebuildIndex } from './rebuild-index'

export interface Indexing extends Worker {
  /** Resolves when the index is in use, or when a first try has failed; never throws. */
  firstTry: Promise<void>
  /** The engine has lost its files: looks again whether the index must be built. */
  lookAgain: () => void
}

const retryMs = [1000, 2000, 5000, 15_000, 30_000]

/**
 * The index is a cache: a new, emptied or outdated one is built again, then the worker goes on from there. While the engine
 * cannot be reached this is tried again and again, and updates wait in their table: the back office works without search.
 */
export const startIndexing = (strapi: Core.Strapi, engine: EngineClient): Indexing => {
  const writer = createIndexWriter(engine, {
    embedder: createEmbedder(settings().env),
    onError: (error) => strapi.log.warn(`search index: ${String(error)}; texts are found by their words alone meanwhile`),
  })
  const stopping = new AbortController()
  const { signal } = stopping
  let worker: Worker | null = null

  const tryOnce = async (): Promise<boolean> => {
    try {
      // A rebuild that is cut short leaves the index in use as it was.
      if (await writer.needsRebuild()) await rebuildIndex(strapi, engine, () => signal.throwIfAborted())
      if (!signal.aborted) worker ??= startIndexWorker(strapi, writer)
      return true
    } catch (error) {
      if (!signal.aborted) strapi.log.warn(`search index: ${String(error)}; trying again`)
      return false
    }
  }
  const keepTrying = async (first: Promise<boolean>): Promise<void> => {
    let done = await first
    for (let failures = 0; !done; failures++) {
      await sleep(retryMs[Math.min(failures, retryMs.length - 1)], null, { signal }).catch(() => undefined)
      if (signal.aborted) return
      done = await tryOnce()
    }
  }
  const first = tryOnce()
  let trying = keepTrying(first)
  return {
    firstTry: first.then(() => undefined),
    lookAgain: () => {
      trying = trying.then(() => (signal.aborted ? undefined : keepTrying(tryOnce())))
    },
    stop: async () => {
      stopping.abort()
      await trying
      await worker?.stop()
    },
  }
}
