// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { table, type QuestionRecordRow, type Where } from '../rows'
import type { Caller } from '../panel/caller'

/** Questions older than this tell little about what is missing now. */
export const gapDays = 90
/** Of a federation that is asked much the newest are enough to see what is missing. */
const mostRecords = 5000

/** Nothing was shown, or it was refused, or the person wrote all the same. While the engine was away nothing can be concluded. */
const failed = (since: string): Where<QuestionRecordRow> => ({
  askedOn: { $gt: since },
  degraded: false,
  // Nothing is known of what these were about.
  matter: { $ne: 'words:' },
  $or: [{ outcome: 'none' }, { verdict: 'refused' }, { wroteOn: { $notNull: true } }],
})

const ofEnti = (enti: Caller['enti']): Where<QuestionRecordRow> => (enti === 'all' ? {} : { enteCode: { $in: [...enti] } })

/** Newest first. */
export const failedQuestions = (
  strapi: Core.Strapi,
  enti: Caller['enti'],
  where: Where<QuestionRecordRow> = {},
  now = new Date(),
): Promise<QuestionRecordRow[]> =>
  table(strapi, 'question-record').findMany({
    where: { $and: [failed(new Date(now.getTime() - gapDays * 86_400_000).toISOString()), ofEnti(enti), where] },
    orderBy: [{ askedOn: 'desc' }, { id: 'desc' }],
    limit: mostRecords,
  })
