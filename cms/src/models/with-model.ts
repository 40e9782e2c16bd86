// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Knex } from 'knex'
import type { Core } from '@strapi/strapi'

/**
 * Runs `work` while nobody else publishes, adopts or decides about the same model: what acts at once acts one after the other, and
 * each sees what the one before has written. On SQLite the transaction itself is alone; on PostgreSQL the first version is locked,
 * which every model that anybody follows has.
 */
export const withModel = async <T>(strapi: Core.Strapi, modelId: string, work: () => Promise<T>): Promise<T> =>
  strapi.db.transaction(async ({ trx }) => {
    await (trx as Knex.Transaction)('model_versions').where({ model_id: modelId, version: 1 }).forUpdate().first('id')
    return work()
  })
