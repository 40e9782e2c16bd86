// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { line } from './tickets.js'

/** Over how many weeks figures are asked for. */
export const figurePeriods = [4, 13, 26, 52] as const

export const figuresQuery = z.object({
  weeks: z.coerce
    .number()
    .pipe(z.union(figurePeriods.map((weeks) => z.literal(weeks))))
    .default(13),
  /** Slug or code of one Ente. */
  ente: line(80).optional(),
})

/** How questions went. All are numbers of questions. */
export const figures = z.object({
  asked: z.number(),
  /** Something was shown at once: an answer or a choice. */
  answered: z.number(),
  /** Of the answered ones: the citizen said that it helped, and did not write all the same. */
  helped: z.number(),
  /** Of the answered ones: the citizen said no, or wrote within three days. */
  inVain: z.number(),
  /** Requests that were written after a question, whatever it had found. */
  wrote: z.number(),
})
export type Figures = z.infer<typeof figures>

export const answerFigures = z.object({
  total: figures,
  /** Each week of the period, oldest first, by its Monday. */
  weeks: z.array(figures.extend({ week: z.string() })),
  /** Most asked first. Topics without a name are questions that nobody could assign. */
  topics: z.array(figures.extend({ topic: z.string() })),
  enti: z.array(figures.extend({ code: z.string(), slug: z.string(), name: z.string() })),
})
export type AnswerFigures = z.infer<typeof answerFigures>

/** Fewer verdicts than this say nothing about how many answers help. */
export const fewestVerdicts = 10

/** Share of the answers that helped, of those that anything is known about; null while too few are. */
export const measuredPrecision = ({ helped, inVain }: Pick<Figures, 'helped' | 'inVain'>): number | null =>
  helped + inVain < fewestVerdicts ? null : helped / (helped + inVain)
