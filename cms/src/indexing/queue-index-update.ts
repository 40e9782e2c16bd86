// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core, Modules } from '@strapi/strapi'
import { table } from '../rows'
import { wakeIndexWorker } from '../workers/wake'
import { kindOfUid, type IndexJobKind } from './indexed-types'

const writes: ReadonlySet<string> = new Set(['create', 'update', 'publish', 'unpublish', 'delete', 'discardDraft', 'clone'])

/**
 * Every write of a type that public pages show leaves a row "look at this document again", in the write's own transaction.
 * The row carries no content: the worker reads the published state of that moment, so rows may come twice or late.
 */
export const queueIndexUpdate =
  (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware =>
  async (context, next) => {
    const kind = kindOfUid(context.uid)
    if (kind === undefined || !writes.has(context.action)) return next()
    const result = await strapi.db.transaction(async () => {
      const written = await next()
      const { documentId } = context.params as { documentId?: string }
      const target = documentId ?? (written as { documentId?: string } | null)?.documentId
      if (target !== undefined) await queueIndexJob(strapi, kind, target)
      return written
    })
    wakeIndexWorker()
    return result
  }

const queueIndexJob = async (strapi: Core.Strapi, kind: IndexJobKind, target: string): Promise<void> => {
  await table(strapi, 'index-job').create({ data: { kind, target, doneAt: null, leaseUntil: null, attempts: 0, lastError: null } })
}
