// SPDX-License-Identifier: AGPL-3.0-or-later
import { confirmedQuestionLimits as limits, locales, type Locale } from '@linea-comune/config'
import { z } from 'zod'

/** A question of which a person has said which text answers it. */
export interface ConfirmedQuestion {
  kind: 'confirmed-question'
  documentId: string
  /** Code of the Ente, or the federation's scope. */
  scope: string
  /** Of the page on which it was asked. */
  locale: Locale
  question: string
  /** documentId of the sheet or FAQ. */
  answer: string
  confirmedOn: string
}

const confirmedQuestion = z.object({
  kind: z.literal('confirmed-question'),
  documentId: z.string(),
  scope: z.string().min(1),
  locale: z.enum(locales),
  question: z.string().min(1).max(limits.question),
  answer: z.string().min(1),
  confirmedOn: z.string(),
})

/** What the index holds, checked: it may have got there past the back office. Throws with what is wrong. */
export const parseConfirmedQuestion = (record: unknown): ConfirmedQuestion => confirmedQuestion.parse(record)
