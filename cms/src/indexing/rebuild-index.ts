// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { rebuild, type EngineClient, type IndexSource } from '@linea-comune/search'
import { table } from '../rows'
import { allDocumentIds, indexedKinds, loadSources } from './load-sources'

const everything = async function* (strapi: Core.Strapi): AsyncGenerator<IndexSource> {
  for (const kind of indexedKinds) for await (const ids of allDocumentIds(strapi, kind)) yield* await loadSources(strapi, kind, ids)
}

/**
 * Builds the whole index beside the one in use and swaps. What was published meanwhile went to the old one, so the jobs
 * of that time are done again afterwards.
 */
export const rebuildIndex = async (
  strapi: Core.Strapi,
  client: EngineClient,
  onProgress: (documents: number) => void = () => undefined,
): Promise<void> => {
  const jobs = table(strapi, 'index-job')
  const startedAt = new Date().toISOString()
  await rebuild(client, everything(strapi), onProgress)
  await jobs.updateMany({ where: { doneAt: { $gt: startedAt } }, data: { doneAt: null } })
}
