// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AnswersResponse, AskedQuestion, Locale } from '@linea-comune/config'
import type { Near, Nearest } from '../embedder/nearest.js'
import { withoutMarks } from '../records/without-marks.js'
import { presentItem } from './present-item.js'
import type { Understood } from './understand.js'

interface Answered {
  answered: AnswersResponse
  record: AskedQuestion
}

/** An honest none may still have been about something that the texts say in other words. */
export type ByMeaning = (
  unanswered: Answered & { asked: { enteCode: string; enteSlug: string; locale: Locale }; question: Understood },
) => Promise<Answered>

/** Nothing was estimated: the estimates were learned from words, and verdicts on these texts must not move an Ente's thresholds. */
const notEstimated = { first: 0, three: 0 }

/**
 * Offers what is near in meaning where the words found nothing, and only as a choice: nobody has measured how often it is right. What the
 * lexicon knows for somebody else's task stays unanswered, however near a text may be.
 */
export const createByMeaning =
  (nearest: Nearest): ByMeaning =>
  async ({ asked, answered, record, question }) => {
    const text = withoutMarks(record.text).trim()
    if (answered.outcome !== 'none' || answered.degraded || record.outOfScope || question.concepts.length === 0 || text === '')
      return { answered, record }
    const near = await nearest.to({ enteCode: asked.enteCode, text, locales: [asked.locale, question.language] })
    return near.length === 0 ? { answered, record } : choiceOf(near, { answered, record }, question, asked.enteSlug)
  }

const choiceOf = (near: readonly Near[], { answered, record }: Answered, question: Understood, enteSlug: string): Answered => ({
  answered: {
    ...answered,
    outcome: 'choice',
    items: near.map(({ document, similarity }) => presentItem(question, { document, score: similarity, probability: 0 }, enteSlug)),
  },
  record: { ...record, outcome: 'choice', ranked: near.map(({ document }) => document.id), probability: notEstimated },
})
