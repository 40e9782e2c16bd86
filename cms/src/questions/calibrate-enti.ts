// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { calibrate, startingThresholds, type Evidence, type Thresholds } from '@linea-comune/search'
import { queueIndexJobs } from '../indexing/queue-index-jobs'
import { todayInRome } from '@linea-comune/config'
import { table, type QuestionRecordRow } from '../rows'
import { listEnti, type EnteRecord } from '../tickets/directory'
import { gather, type JudgedQuestion } from './evidence'

/** Texts change, and with them what is right: older verdicts are about others. */
const evidenceDays = 180
/** The newest of an Ente; far more than a shift of its log-odds needs. */
const mostRecords = 5000
/** In the settings: the day of the last calibration. */
const key = 'calibration'

/** Once a day every Ente's thresholds follow what its citizens and the desk said of its answers. */
export const calibrateEnti = async (strapi: Core.Strapi, now = new Date()): Promise<void> => {
  const today = todayInRome(now)
  const store = table(strapi, 'setting')
  if (((await store.findOne({ where: { key } }))?.value as { on: string } | undefined)?.on === today) return
  for (const ente of await listEnti(strapi)) {
    try {
      await calibrateEnte(strapi, ente, now)
    } catch (error) {
      // One Ente's trouble keeps no other from its day, and the index worker, which calls this, from its jobs.
      strapi.log.error(`calibration of ${ente.code}: ${String(error)}`)
    }
  }
  const value = { on: today }
  const { count } = await store.updateMany({ where: { key }, data: { value } })
  if (count === 0) await store.create({ data: { key, value } })
}

type Calibrated = EnteRecord & { answerThreshold: number | null; choiceThreshold: number | null }

const calibrateEnte = async (strapi: Core.Strapi, ente: EnteRecord, now: Date): Promise<void> => {
  const { answerThreshold, choiceThreshold } = ente as Calibrated
  const evidence = gather(await judgedQuestions(strapi, ente.code, now))
  const current: Thresholds = {
    answer: answerThreshold ?? startingThresholds.answer,
    choice: choiceThreshold ?? startingThresholds.choice,
  }
  const target = calibrate(evidence)
  const wanted: Thresholds = { answer: towards(current.answer, target.answer), choice: towards(current.choice, target.choice) }
  if (wanted.answer === current.answer && wanted.choice === current.choice) return
  await write(strapi, ente, wanted, evidence, now)
}

/** Verdicts may be made up: whoever does it for one day has moved little, and people have time to see it. */
const dailyMove = 0.01

const towards = (current: number, target: number): number =>
  Math.round((current + Math.min(dailyMove, Math.max(-dailyMove, target - current))) * 100) / 100

/** New thresholds, the line of history and the job that brings them to the front office belong together. */
const write = async (strapi: Core.Strapi, ente: EnteRecord, { answer, choice }: Thresholds, evidence: Evidence, now: Date): Promise<void> =>
  strapi.db.transaction(async () => {
    await strapi.db
      .query('api::ente.ente')
      .updateMany({ where: { code: ente.code }, data: { answerThreshold: answer, choiceThreshold: choice } })
    await table(strapi, 'calibration').create({
      data: {
        enteCode: ente.code,
        answer,
        choice,
        judgedFirst: evidence.first.length,
        judgedThree: evidence.three.length,
        calibratedOn: now.toISOString(),
      },
    })
    await queueIndexJobs(strapi, [{ kind: 'ente', documentId: ente.documentId }])
  })

const judgedQuestions = async (strapi: Core.Strapi, enteCode: string, now: Date): Promise<JudgedQuestion[]> => {
  const records = await table(strapi, 'question-record').findMany({
    where: {
      enteCode,
      degraded: false,
      askedOn: { $gt: new Date(now.getTime() - evidenceDays * 86_400_000).toISOString() },
      $or: [{ verdict: { $notNull: true } }, { wroteOn: { $notNull: true } }],
    },
    orderBy: { askedOn: 'desc' },
    limit: mostRecords,
  })
  const sources = await sourcesOf(
    strapi,
    records.filter(({ outcome, wroteOn }) => outcome === 'none' && wroteOn !== null),
  )
  return records.map((record) => ({ ...record, answeredFrom: sources.get(record.questionId) ?? [] }))
}

/** Ids of the texts from which people at the desk answered the requests that followed. */
const sourcesOf = async (strapi: Core.Strapi, records: readonly QuestionRecordRow[]): Promise<Map<string, string[]>> => {
  const ids = records.map(({ questionId }) => questionId)
  if (ids.length === 0) return new Map()
  const tickets = await table(strapi, 'ticket').findMany({ where: { questionId: { $in: ids } } })
  const messages = await table(strapi, 'ticket-message').findMany({
    where: { ticketNumber: { $in: tickets.map(({ number }) => number) }, author: { $ne: 'citizen' }, visibility: 'public' },
  })
  return new Map(
    tickets.map(({ questionId, number }) => [
      questionId ?? '',
      messages.filter(({ ticketNumber }) => ticketNumber === number).flatMap(({ sources }) => sources),
    ]),
  )
}
