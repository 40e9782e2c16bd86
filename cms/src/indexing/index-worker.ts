// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import type { IndexSource, IndexWriter } from '@linea-comune/search'
import { table, type IndexJobRow, type Stored } from '../rows'
import { startWorker, type Worker } from '../workers/worker'
import { withDependents, type Target } from './dependents'
import type { IndexJobKind } from './indexed-types'
import { indexedKinds, loadSources } from './load-sources'

const batchSize = 100
const lookEveryMs = 250
const leaseMs = 60_000
const longestRetryMs = 60_000
/** Done jobs are kept for a while: a rebuild replays those that were done while it ran. */
const keepDoneMs = 24 * 3_600_000

/** Brings the index to the published state of whatever changed. Idempotent: what it writes is read at that moment. */
export const startIndexWorker = (strapi: Core.Strapi, writer: IndexWriter): Worker => {
  let cleanedAt = Date.now()

  const look = async (): Promise<boolean> => {
    const jobs = await claim(strapi)
    if (jobs.length > 0) await work(strapi, writer, jobs)
    if (Date.now() - cleanedAt > keepDoneMs / 24) {
      cleanedAt = Date.now()
      await table(strapi, 'index-job').deleteMany({ where: { doneAt: { $lt: new Date(Date.now() - keepDoneMs).toISOString() } } })
    }
    return jobs.length === batchSize
  }
  return startWorker({ wakeOn: 'index', everyMs: lookEveryMs, look, onError: (error) => strapi.log.warn(`index worker: ${String(error)}`) })
}

const claim = async (strapi: Core.Strapi): Promise<Stored<IndexJobRow>[]> => {
  const jobs = table(strapi, 'index-job')
  const now = new Date().toISOString()
  const waiting = await jobs.findMany({
    where: { doneAt: { $null: true }, $or: [{ leaseUntil: { $null: true } }, { leaseUntil: { $lt: now } }] },
    orderBy: { id: 'asc' },
    limit: batchSize,
  })
  if (waiting.length === 0) return []
  await jobs.updateMany({
    where: { id: { $in: waiting.map((job) => job.id) } },
    data: { leaseUntil: new Date(Date.now() + leaseMs).toISOString() },
  })
  return waiting
}

const work = async (strapi: Core.Strapi, writer: IndexWriter, jobs: Stored<IndexJobRow>[]): Promise<void> => {
  const where = { id: { $in: jobs.map((job) => job.id) } }
  try {
    await bringUpToDate(strapi, writer, jobs)
    await table(strapi, 'index-job').updateMany({ where, data: { doneAt: new Date().toISOString(), leaseUntil: null } })
  } catch (error) {
    const attempts = Math.max(...jobs.map((job) => job.attempts)) + 1
    const waitMs = Math.min(longestRetryMs, 250 * 2 ** Math.min(attempts, 10))
    await table(strapi, 'index-job').updateMany({
      where,
      data: { attempts, lastError: String(error).slice(0, 500), leaseUntil: new Date(Date.now() + waitMs).toISOString() },
    })
    throw error
  }
}

const bringUpToDate = async (strapi: Core.Strapi, writer: IndexWriter, jobs: IndexJobRow[]): Promise<void> => {
  const targets = new Map<string, Target>()
  for (const job of jobs) {
    for (const target of await withDependents(strapi, { kind: job.kind as IndexJobKind, documentId: job.target }))
      targets.set(target.documentId, target)
  }
  const documents = new Map<string, IndexSource[]>()
  for (const kind of indexedKinds) {
    const ids = [...targets.values()].filter((target) => target.kind === kind).map((target) => target.documentId)
    if (ids.length === 0) continue
    for (const id of ids) documents.set(id, [])
    for (const source of await loadSources(strapi, kind, ids)) documents.get(source.documentId)?.push(source)
  }
  await writer.replaceDocuments(documents)
}
