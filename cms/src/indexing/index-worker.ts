// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import type { IndexSource, IndexWriter } from '@linea-comune/search'
import { remindReviews } from '../content/remind-reviews'
import { calibrateEnti } from '../questions/calibrate-enti'
import { forgetQuestions } from '../questions/forget-questions'
import { table, type IndexJobRow, type Stored } from '../rows'
import { startWorker, type Worker } from '../workers/worker'
import { withDependents, type Target } from './dependents'
import { inChunks } from './in-chunks'
import { queueExpiredFaqs } from './faq-validity'
import type { IndexJobKind } from './indexed-types'
import { indexedKinds, loadSources } from './load-sources'
import { queueIndexJobs } from './queue-index-jobs'
import { todayInRome } from '@linea-comune/config'
import { createWorkerLease, type WorkerLease } from './worker-lease'

const batchSize = 100
const lookEveryMs = 250
/** While the engine is away. */
const longestPauseMs = 2000
/** Between two tries of a job that fails for a reason of its own. */
const longestRetryMs = 10 * 60_000
/** Texts that were published while the embedder was away are looked for so often. */
const vectorsEveryMs = 60_000
/** So many jobs failing one after the other are no faults of the jobs. */
const failuresInARow = 3
const hourMs = 3_600_000
/** Done jobs are kept for a while: a rebuild replays those that were done while it ran. */
const keepDoneMs = 24 * hourMs

type Job = Stored<IndexJobRow>

/** Brings the index to the published state of whatever changed. Idempotent: what it writes is read at that moment. */
export const startIndexWorker = (strapi: Core.Strapi, writer: IndexWriter): Worker => {
  const lease = createWorkerLease(strapi)
  let tidyAt = 0
  let tidiedOn = ''
  let vectorsAt = 0
  let failures = 0
  let resumeAt = 0

  const look = async (): Promise<boolean> => {
    if (Date.now() < resumeAt || !(await lease.hold())) return false
    try {
      // At midnight questions expire, and nobody is to read yesterday's answer for an hour.
      if (Date.now() >= tidyAt || todayInRome() !== tidiedOn) {
        const today = todayInRome()
        await tidy(strapi)
        tidyAt = Date.now() + hourMs
        tidiedOn = today
      }
      if (Date.now() >= vectorsAt) {
        vectorsAt = Date.now() + vectorsEveryMs
        await queueIndexJobs(strapi, await writer.awaitingVectors())
      }
      const jobs = await waiting(strapi)
      if (jobs.length > 0) await work({ strapi, writer, lease }, jobs)
      failures = 0
      return jobs.length === batchSize
    } catch (error) {
      resumeAt = Date.now() + Math.min(longestPauseMs, lookEveryMs * 2 ** failures++)
      throw error
    }
  }
  const worker = startWorker({
    wakeOn: 'index',
    everyMs: lookEveryMs,
    look,
    onError: (error) => strapi.log.warn(`index worker: ${String(error)}`),
  })
  return {
    stop: async () => {
      await worker.stop()
      await lease.release()
    },
  }
}

/** What no write asks for: questions that expired, pages to be read again, and jobs nobody needs any more. */
const tidy = async (strapi: Core.Strapi): Promise<void> => {
  await queueExpiredFaqs(strapi)
  await remindReviews(strapi)
  await forgetQuestions(strapi)
  await calibrateEnti(strapi)
  await table(strapi, 'index-job').deleteMany({ where: { doneAt: { $lt: new Date(Date.now() - keepDoneMs).toISOString() } } })
}

const waiting = (strapi: Core.Strapi): Promise<Job[]> =>
  table(strapi, 'index-job').findMany({
    where: { doneAt: { $null: true }, $or: [{ leaseUntil: { $null: true } }, { leaseUntil: { $lt: new Date().toISOString() } }] },
    orderBy: { id: 'asc' },
    limit: batchSize,
  })

interface Tools {
  strapi: Core.Strapi
  writer: IndexWriter
  lease: WorkerLease
}

/** All at once; when that fails, one by one, so that a job that cannot be done holds no other up. */
const work = async (tools: Tools, jobs: Job[]): Promise<void> => {
  try {
    await bringUpToDate(tools, jobs)
  } catch (error) {
    // Throws when the engine is away, which is no job's fault: every job waits as it is.
    await tools.writer.prepare()
    if (!(await tools.lease.isHeld())) throw error
    let inARow = 0
    for (const job of jobs) {
      try {
        await bringUpToDate(tools, [job])
        inARow = 0
      } catch (reason) {
        if (!(await tools.lease.isHeld())) throw reason
        await putOff(tools.strapi, job, reason)
        if (++inARow === failuresInARow) throw reason
      }
    }
  }
}

/** The row keeps what went wrong and how often, for whoever asks why a page is old. */
const putOff = async (strapi: Core.Strapi, job: Job, reason: unknown): Promise<void> => {
  const attempts = job.attempts + 1
  const waitMs = Math.min(longestRetryMs, lookEveryMs * 2 ** Math.min(attempts, 20))
  strapi.log.warn(`index job ${String(job.id)} (${job.kind} ${job.target}), attempt ${String(attempts)}: ${String(reason)}`)
  await table(strapi, 'index-job').updateMany({
    where: { id: job.id },
    data: { attempts, lastError: String(reason).slice(0, 500), leaseUntil: new Date(Date.now() + waitMs).toISOString() },
  })
}

const bringUpToDate = async ({ strapi, writer, lease }: Tools, jobs: Job[]): Promise<void> => {
  const targets = await withDependents(
    strapi,
    jobs.map((job) => ({ kind: job.kind as IndexJobKind, documentId: job.target })),
  )
  for (const some of inChunks(targets)) {
    const documents = await publishedState(strapi, some)
    if (!(await lease.isHeld())) throw new Error('another index worker took over')
    await writer.replaceDocuments(documents)
    if (await lease.isHeld()) continue
    // Halted between the look at the lease and the write: what was written may be older than what the other one wrote.
    await queueIndexJobs(strapi, some)
    throw new Error('another index worker took over during a write, which it will do again')
  }
  await table(strapi, 'index-job').updateMany({
    where: { id: { $in: jobs.map((job) => job.id) } },
    data: { doneAt: new Date().toISOString(), leaseUntil: null },
  })
}

const publishedState = async (strapi: Core.Strapi, targets: readonly Target[]): Promise<Map<string, IndexSource[]>> => {
  const documents = new Map<string, IndexSource[]>()
  for (const kind of indexedKinds) {
    const ids = targets.filter((target) => target.kind === kind).map((target) => target.documentId)
    if (ids.length === 0) continue
    for (const id of ids) documents.set(id, [])
    for (const source of await loadSources(strapi, kind, ids)) documents.get(source.documentId)?.push(source)
  }
  return documents
}
