// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Knex } from 'knex'
import type { Core, Modules } from '@strapi/strapi'
import { nameOfUser } from '../models/people'
import { table } from '../rows'
import { currentActor } from '../tenancy/actor'
import { entryTexts, lexiconType, type EntryRow } from './entry'

const writes: ReadonlySet<string> = new Set(['create', 'update', 'delete', 'clone'])

/** Every change of an entry leaves what was there before, what is there now, who and when, in the change's own transaction. */
export const keepLexiconChanges =
  (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware =>
  async (context, next) => {
    if (context.uid !== lexiconType || !writes.has(context.action)) return next()
    const params = context.params as { data?: Record<string, unknown>; documentId?: string }
    const changed = context.action === 'update' || context.action === 'delete' ? params.documentId : undefined
    return strapi.db.transaction(async ({ trx }) => {
      // One after the other, so that no two changes get the same number. On SQLite the transaction itself is alone.
      if (changed !== undefined) await (trx as Knex.Transaction)('lexicon_entries').where({ document_id: changed }).forUpdate().select('id')
      const before = await stored(strapi, changed)
      const version = (before?.version ?? 0) + 1
      if (context.action !== 'delete') params.data = { ...params.data, version }
      const written = await next()
      const entryId = changed ?? (written as { documentId: string }).documentId
      const after = await stored(strapi, entryId)
      if (before === null && after === null) return written
      await table(strapi, 'lexicon-change').create({
        data: {
          entryId,
          enteCode: (after ?? before)?.enteCode ?? null,
          version,
          before: before === null ? null : entryTexts(before),
          after: after === null ? null : entryTexts(after),
          by: await writer(strapi),
          at: new Date().toISOString(),
        },
      })
      return written
    })
  }

const stored = async (strapi: Core.Strapi, documentId: string | undefined): Promise<EntryRow | null> =>
  documentId === undefined ? null : ((await strapi.db.query(lexiconType).findOne({ where: { documentId } })) as EntryRow | null)

/** Null for a command or an import. */
const writer = async (strapi: Core.Strapi): Promise<string | null> => {
  const actor = await currentActor(strapi)
  return actor.kind === 'system' ? null : await nameOfUser(strapi, actor.userId)
}
