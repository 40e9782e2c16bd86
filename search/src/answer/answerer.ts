// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto'
import type { AnswersResponse, Locale } from '@linea-comune/config'
import type { EngineClient } from '../client.js'
import { consider } from './consider.js'
import { presentItem } from './present-item.js'

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
      const { analysis, decision } = await consider(client, { enteCode, q, locale })
      return {
        ...nothing,
        outcome: decision.outcome,
        items: decision.items.map((item) => presentItem(item, analysis.intents, enteSlug)),
      }
    } catch (error) {
      onError?.(error)
      return { ...nothing, degraded: true }
    }
  },
})
