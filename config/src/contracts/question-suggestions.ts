// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { locales } from '../locales.js'

/** Suggestions are asked for with the words of `answersRequest`. Below the one nothing can be meant, above the other no title is. */
export const suggestedFrom = { minLetters: 2, maxLength: 200 } as const

/** Where in a text the typed letters stand: from, to (in UTF-16 units). */
const matched = z.array(z.tuple([z.number().int().nonnegative(), z.number().int().positive()]))

export const questionSuggestion = z.object({
  kind: z.enum(['sheet', 'faq', 'topic']),
  /** Title of a sheet, question of a FAQ, name of a topic; plain. */
  title: z.string(),
  matched,
  /** Of a FAQ whose question has none of the typed words: the other phrasing that has them. */
  phrasing: z.object({ text: z.string(), matched }).nullable(),
  /** Path on the front office, in the language asked for. */
  url: z.string(),
  /** Language of the title: Italian where the one asked for is missing. */
  locale: z.enum(locales),
  /** Of a topic: how many service sheets it leads to. */
  sheets: z.number().int().positive().nullable(),
})
export type QuestionSuggestion = z.infer<typeof questionSuggestion>

export const questionSuggestionsResponse = z.object({
  /** Sheets and FAQs, the best first; then topics. */
  items: z.array(questionSuggestion).max(9),
  /** True when the search engine could not be asked. */
  degraded: z.boolean(),
})
export type QuestionSuggestionsResponse = z.infer<typeof questionSuggestionsResponse>
