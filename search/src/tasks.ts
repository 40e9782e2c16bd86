// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EngineClient } from './client.js'

type Enqueued = ReturnType<EngineClient['createIndex']>

/** One document takes 0.2 s; a full disk leaves a task waiting until there is room again. */
const taskTimeoutMs = 120_000

export class IndexTaskError extends Error {
  constructor(
    readonly code: string,
    message: string,
  ) {
    super(`the search engine could not do it (${code}): ${message}`)
    this.name = 'IndexTaskError'
  }
}

/** The engine accepts work at once and may refuse it later: a write is done only when its task has succeeded. */
export const whenDone = async (enqueued: Enqueued): Promise<void> => {
  const task = await enqueued.waitTask({ timeout: taskTimeoutMs, interval: 20 })
  if (task.status !== 'succeeded') throw new IndexTaskError(task.error?.code ?? task.status, task.error?.message ?? 'no reason given')
}
