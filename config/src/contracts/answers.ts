// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { defaultLocale, locales } from '../locales.js'
import { outcomes } from './question-events.js'

/** A question longer than this is cut: a search engine reads ten words, a person does not read more than a page. */
export const questionMaxLength = 2000

export const answersRequest = z.object({
  ente: z.string().min(1).max(80),
  q: z.string(),
  locale: z.enum(locales).default(defaultLocale),
})

export const answerItem = z.object({
  /** Id of the document in the index: `{enteCode|fed}_{documentId}_{locale}`. */
  id: z.string(),
  kind: z.enum(['sheet', 'faq']),
  title: z.string(),
  /** Heading of the section that answers; null for a FAQ. */
  section: z.string().nullable(),
  /** The very text that answers, plain. */
  text: z.string(),
  /** Path on the front office, section included as a fragment. */
  url: z.string(),
  /** Code of the Ente whose text this is; null for the federation's. */
  ente: z.string().nullable(),
  score: z.number(),
  /** Estimated probability that this item answers, 0 to 1; 0 when it is offered for its meaning, which nobody estimates. */
  probability: z.number().min(0).max(1),
  /** Language of the text: Italian where the one asked for is missing. */
  locale: z.enum(locales),
  /** Of a translation: when the Italian version was changed after it; null while it says the same. */
  outdatedSince: z.string().nullable(),
  /** Day by which the text was to be reviewed: once it is over, nobody has confirmed the text since. */
  reviewBy: z.string().nullable(),
  updatedAt: z.string(),
})
export type AnswerItem = z.infer<typeof answerItem>

export const answersResponse = z.object({
  outcome: z.enum(outcomes),
  items: z.array(answerItem).max(3),
  questionId: z.string(),
  /** True when the search engine could not be asked. */
  degraded: z.boolean(),
})
export type AnswersResponse = z.infer<typeof answersResponse>
