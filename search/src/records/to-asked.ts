// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AskedQuestion, Outcome } from '@linea-comune/config'
import type { Considered } from '../answer/consider.js'
import type { Workshop } from '../scope/workshop.js'
import { matterOf } from './matter.js'
import { redacted } from './redacted.js'

/** Longer questions are cut: what they are about stands at the beginning, what tells who asks at the end. */
const keptLength = 300
const rankedLength = 3

interface Asked {
  q: string
  enteCode: string
  locale: AskedQuestion['locale']
  questionId: string
  /** As it was shown. */
  outcome: Outcome
  degraded: boolean
}

/** A question as it may be kept. What tells who asked is gone before anything is stored or sent. */
export const toAsked = (asked: Asked, { question, ranked, decision }: Considered, workshop: Workshop): AskedQuestion => {
  const text = redacted(asked.q, workshop).replace(/\s+/g, ' ').slice(0, keptLength)
  return {
    questionId: asked.questionId,
    ente: asked.enteCode,
    locale: asked.locale,
    text,
    outcome: asked.outcome,
    degraded: asked.degraded,
    ranked: ranked.slice(0, rankedLength).map(({ id }) => id()),
    probability: decision.probability,
    ...matterOf(question, text, workshop.lexicon),
  }
}
