// SPDX-License-Identifier: AGPL-3.0-or-later
import { defaultLocale, locales } from '@linea-comune/config'
import { z } from 'zod'

export const question = z.object({
  q: z.string(),
  /** Code of the Ente that is asked. */
  ente: z.string(),
  /** What sort of question it is: figures are printed for each. */
  kind: z.string().default('question'),
  locale: z.enum(locales).default(defaultLocale),
  /** Ids of the documents that answer; empty when nobody does. */
  expected: z.array(z.union([z.string(), z.number()]).transform(String)),
})
export type JudgedQuestion = z.infer<typeof question>

export const readQuestions = (json: unknown): JudgedQuestion[] => z.array(question).min(1).parse(json)
