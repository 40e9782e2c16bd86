// SPDX-License-Identifier: AGPL-3.0-or-later
import { setTimeout as wait } from 'node:timers/promises'
import type { Core } from '@strapi/strapi'

interface Pool {
  numUsed: () => number
  numPendingAcquires: () => number
}

const longestMs = 15_000

/** Strapi does not wait for what it writes after a document's own transaction; a pool that closes over it throws (seen on PostgreSQL). */
export const untilIdle = async (strapi: Core.Strapi): Promise<void> => {
  const { pool } = strapi.db.connection.client as { pool?: Pool }
  const giveUpAt = Date.now() + longestMs
  while (pool !== undefined && pool.numUsed() + pool.numPendingAcquires() > 0 && Date.now() < giveUpAt) await wait(20)
}
