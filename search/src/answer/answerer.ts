// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto'
import type { AnswersResponse, Locale } from '@linea-comune/config'
import { analyse } from '../analysis/analyse.js'
import type { EngineClient } from '../client.js'
import { findCandidates } from './candidates.js'
import { decide } from './decide.js'
import { presentItem } from './present-item.js'
import { rank } from './rank.js'

export interface Question {
  enteCode: string
  enteSlug: string
  q: string
  locale: Locale
}

export interface Answerer {
  answer(question: Question): Promise<AnswersResponse>
}

/** From a question to an answer, a choice, or an honest none. Never throws: without an engine it says that it is degraded. */
export const createAnswerer = (client: EngineClient, { onError }: { onError?: (error: unknown) => void } = {}): Answerer => ({
  answer: async ({ enteCode, enteSlug, q, locale }) => {
    const nothing = { outcome: 'none', items: [], questionId: randomUUID(), degraded: false } as const satisfies AnswersResponse
    try {
      const analysis = analyse(q, locale)
      if (analysis.concepts.length === 0) return nothing
      const candidates = await findCandidates(client, enteCode, analysis)
      const { outcome, items } = decide(rank(analysis, candidates))
      return { ...nothing, outcome, items: items.map((item) => presentItem(item, analysis.intents, enteSlug)) }
    } catch (error) {
      onError?.(error)
      return { ...nothing, degraded: true }
    }
  },
})
