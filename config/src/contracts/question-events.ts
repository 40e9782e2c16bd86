// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { locales } from '../locales.js'
import { line } from './tickets.js'

/** What a citizen said of an answer. */
export const verdicts = ['solved', 'refused'] as const
export type Verdict = (typeof verdicts)[number]

export const outcomes = ['answer', 'choice', 'none'] as const
export type Outcome = (typeof outcomes)[number]

const probability = z.number().min(0).max(1)

/** A question as it is kept: nothing in it tells who asked. */
export const askedQuestion = z.object({
  questionId: z.uuid(),
  /** Code of the Ente that was asked. */
  ente: line(40).pipe(z.string().min(1)),
  locale: z.enum(locales),
  /** Without names, codes, telephones and addresses. */
  text: line(500),
  outcome: z.enum(outcomes),
  degraded: z.boolean(),
  /** Ids in the index of the three likeliest documents, best first; an answer showed the first, a choice all, none nothing. */
  ranked: z.array(line(200)).max(3),
  /** Estimated, that the first answers and that one of the three does; 0 when they were offered for their meaning. */
  probability: z.object({ first: probability, three: probability }),
  /** The same for questions that ask the same thing: a need of the lexicon, else the words that tell most. */
  matter: line(160).pipe(z.string().min(1)),
  /** Name of the need; empty when none was recognised. */
  need: line(160),
  /** Name of the topic in the official vocabulary; empty when unknown. */
  topic: line(120),
  /** People ask it, but no Comune answers it. */
  outOfScope: z.boolean(),
})
export type AskedQuestion = z.infer<typeof askedQuestion>

const about = { questionId: z.uuid(), at: z.iso.datetime() }

/** What happened to a question, as the front office tells the back office in batches. */
export const questionEvent = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('asked'), at: about.at, ...askedQuestion.shape }),
  /** A text that was shown was opened: its documentId. */
  z.object({ kind: z.literal('opened'), ...about, documentId: line(64).pipe(z.string().min(1)) }),
  z.object({ kind: z.literal('judged'), ...about, verdict: z.enum(verdicts) }),
])
export type QuestionEvent = z.infer<typeof questionEvent>

/** A batch is no longer than this. */
export const mostQuestionEvents = 500
