// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Knex } from 'knex'
import type { Core, UID } from '@strapi/strapi'

/**
 * Runs `work` while nobody else who asks the same works on the drafts of this document. On SQLite the transaction itself is alone; on
 * PostgreSQL the rows are locked.
 */
export const withDocument = async <T>(strapi: Core.Strapi, uid: UID.ContentType, documentId: string, work: () => Promise<T>): Promise<T> =>
  strapi.db.transaction(async ({ trx }) => {
    const { tableName } = strapi.db.metadata.get(uid)
    await (trx as Knex.Transaction)(tableName)
      .where({ document_id: documentId })
      .whereNull('published_at')
      .orderBy('id')
      .forUpdate()
      .select('id')
    return work()
  })
