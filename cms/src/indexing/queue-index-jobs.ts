// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { table } from '../rows'
import { type Target } from './dependents'
import { inChunks } from './in-chunks'

/**
 * "Look at this document again." The row carries no content: the worker reads the published state of that moment,
 * so rows may come twice or late.
 */
export const queueIndexJobs = async (strapi: Core.Strapi, targets: readonly Target[]): Promise<void> => {
  const jobs = table(strapi, 'index-job')
  for (const some of inChunks(targets))
    await jobs.createMany({
      data: some.map(({ kind, documentId }) => ({
        kind,
        target: documentId,
        doneAt: null,
        leaseUntil: null,
        attempts: 0,
        lastError: null,
      })),
    })
}
