// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core, Modules } from '@strapi/strapi'
import { wakeIndexWorker } from '../workers/wake'
import { contentOfEnte, shownEnte } from './content-of-ente'
import { withDependents, type Target } from './dependents'
import { kindOfUid } from './indexed-types'
import { queueIndexJobs } from './queue-index-jobs'

const writes: ReadonlySet<string> = new Set(['create', 'update', 'publish', 'unpublish', 'delete', 'discardDraft', 'clone'])
/** These take links or an address away, or replace them: who showed the document must be asked before. */
const takesAway = ({ action, params }: Modules.Documents.Middleware.Context): boolean =>
  action === 'unpublish' ||
  action === 'delete' ||
  action === 'publish' ||
  // A document that goes to another Ente leaves its place at the first one.
  (action === 'update' && (params as { data?: { enteCode?: string | null } }).data?.enteCode !== undefined)

/** Strapi leaves the callback's argument untyped. */
interface Transaction {
  onCommit: (then: () => void) => void
}

/** Every write of a type that public pages show leaves a job for the index, in the write's own transaction. */
export const queueIndexUpdate =
  (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware =>
  async (context, next) => {
    const kind = kindOfUid(context.uid)
    if (kind === undefined || !writes.has(context.action)) return next()
    return strapi.db.transaction(async ({ onCommit }: Transaction) => {
      const { documentId } = context.params as { documentId?: string }
      const known: Target[] = documentId === undefined ? [] : [{ kind, documentId }]
      const before = await shownEnte(strapi, context.uid, documentId)
      const showedIt = takesAway(context) ? await withDependents(strapi, known) : []
      const written = await next()
      const target =
        context.action === 'clone' || documentId === undefined ? (written as { documentId?: string } | null)?.documentId : documentId
      await queueIndexJobs(strapi, showedIt.length > 0 ? showedIt : target === undefined ? [] : [{ kind, documentId: target }])
      const after = await shownEnte(strapi, context.uid, documentId)
      if (before !== null && after !== null && before.shown !== after.shown)
        await queueIndexJobs(strapi, await contentOfEnte(strapi, after.code))
      // Of the outermost transaction: the panel and the import open one of their own, and a worker woken before it ends sees nothing.
      onCommit(wakeIndexWorker)
      return written
    })
  }
