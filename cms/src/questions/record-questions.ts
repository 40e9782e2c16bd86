// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import type { QuestionEvent } from '@linea-comune/config'
import { table, type QuestionRecordRow, type Where } from '../rows'
import { weekOf } from './week-of'

type EventOf<K extends QuestionEvent['kind']> = Extract<QuestionEvent, { kind: K }>

/** Whoever writes later than this writes about something else. */
const wroteWithinMs = 72 * 3_600_000

/** Keeps what the front office tells. Front offices repeat what they could not be sure of: what is known is not written twice. */
export const recordQuestions = async (strapi: Core.Strapi, events: readonly QuestionEvent[]): Promise<void> =>
  strapi.db.transaction(async () => {
    await recordAsked(
      strapi,
      events.filter((event) => event.kind === 'asked'),
    )
    for (const event of events) {
      if (event.kind === 'opened') await update(strapi, { questionId: event.questionId }, { opened: event.documentId, openedOn: event.at })
      // Of what was shown, and the first word counts: whoever presses again has seen the same.
      if (event.kind === 'judged')
        await update(
          strapi,
          { questionId: event.questionId, verdict: { $null: true }, outcome: { $ne: 'none' } },
          { verdict: event.verdict, judgedOn: event.at },
        )
    }
  })

const recordAsked = async (strapi: Core.Strapi, asked: readonly EventOf<'asked'>[]): Promise<void> => {
  if (asked.length === 0) return
  const records = table(strapi, 'question-record')
  const ids = [...new Set(asked.map(({ questionId }) => questionId))]
  const known = new Set(
    (await records.findMany({ where: { questionId: { $in: ids } }, select: ['questionId'] })).map(({ questionId }) => questionId),
  )
  // Somebody may have written before the batch left.
  const written = new Map(
    (await table(strapi, 'ticket').findMany({ where: { questionId: { $in: ids } }, orderBy: { id: 'desc' } })).map((ticket) => [
      `${ticket.enteCode} ${ticket.questionId ?? ''}`,
      ticket.openedAt,
    ]),
  )
  const fresh = new Map(asked.filter(({ questionId }) => !known.has(questionId)).map((event) => [event.questionId, event]))
  if (fresh.size > 0)
    await records.createMany({ data: [...fresh.values()].map((event) => toRow(event, written.get(`${event.ente} ${event.questionId}`))) })
}

const toRow = (event: EventOf<'asked'>, wroteAt: string | undefined): QuestionRecordRow => {
  const { questionId, at, ente, locale, text, outcome, degraded, ranked, probability, matter, need, topic, outOfScope } = event
  return {
    questionId,
    enteCode: ente,
    locale,
    text,
    outcome,
    degraded,
    ranked,
    ...probability,
    matter,
    need,
    topic,
    outOfScope,
    week: weekOf(new Date(at)),
    askedOn: at,
    opened: null,
    openedOn: null,
    verdict: null,
    judgedOn: null,
    wroteOn: wroteAt !== undefined && isSoonAfter(at, wroteAt) ? wroteAt : null,
  }
}

const isSoonAfter = (askedOn: string, wroteOn: string): boolean => Date.parse(wroteOn) - Date.parse(askedOn) < wroteWithinMs

const update = async (strapi: Core.Strapi, where: Where<QuestionRecordRow>, data: Partial<QuestionRecordRow>): Promise<void> => {
  await table(strapi, 'question-record').updateMany({ where, data })
}

/** Somebody who had asked this question has just written a request. */
export const recordWrote = async (strapi: Core.Strapi, enteCode: string, questionId: string, wroteOn: string): Promise<void> => {
  await table(strapi, 'question-record').updateMany({
    where: { questionId, enteCode, askedOn: { $gt: new Date(Date.parse(wroteOn) - wroteWithinMs).toISOString() } },
    data: { wroteOn },
  })
}
