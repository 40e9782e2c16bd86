// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { createEmbedder, rebuild, type EngineClient, type IndexSource } from '@linea-comune/search'
import { table } from '../rows'
import { settings } from '../settings'
import { allDocumentIds, indexedKinds, loadSources } from './load-sources'

const everything = async function* (strapi: Core.Strapi): AsyncGenerator<IndexSource> {
  for (const kind of indexedKinds) for await (const ids of allDocumentIds(strapi, kind)) yield* await loadSources(strapi, kind, ids)
}

/**
 * Builds the whole index beside the one in use and swaps. What was published meanwhile went to the old one, so the jobs
 * of that time are done again afterwards. Answers how many documents the index holds.
 */
export const rebuildIndex = async (
  strapi: Core.Strapi,
  client: EngineClient,
  onProgress: (documents: number) => void = () => undefined,
): Promise<number> => {
  const jobs = table(strapi, 'index-job')
  // A second early: doing a job again costs nothing, missing one would.
  const startedAt = new Date(Date.now() - 1000).toISOString()
  const { indexed } = await rebuild(client, everything(strapi), onProgress, createEmbedder(settings().env))
  await jobs.updateMany({ where: { doneAt: { $gt: startedAt } }, data: { doneAt: null } })
  return indexed
}
