// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto'
import type { AnswersResponse, Locale } from '@linea-comune/config'
import type { EngineClient } from '../client.js'
import { createShelves, fetchDocuments } from '../scope/shelves.js'
import { startingWorkshop } from '../scope/workshop.js'
import { consider, type Considered } from './consider.js'
import { readModel } from './model.js'
import { presentItem } from './present-item.js'

export interface Question {
  enteCode: string
  enteSlug: string
  q: string
  locale: Locale
}

export interface Answerer {
  /** Answers, offers a choice, or says that nobody does. Never throws: when the engine cannot be asked, `degraded` is true. */
  answer(question: Question): Promise<AnswersResponse>
  /** The same before anything is shown. Throws when the engine cannot be asked. */
  consider(question: Pick<Question, 'enteCode' | 'q' | 'locale'>): Promise<Considered>
}

export const createAnswerer = (client: EngineClient, { onError }: { onError?: (error: unknown) => void } = {}): Answerer => {
  const workshop = startingWorkshop()
  const model = readModel()
  const shelves = createShelves(client, workshop)
  const considerIn: Answerer['consider'] = async ({ enteCode, q, locale }) =>
    consider(workshop, model, await shelves.scopeOf(enteCode), { q, locale })
  return {
    consider: considerIn,
    answer: async (asked) => {
      const nothing = { outcome: 'none', items: [], questionId: randomUUID(), degraded: false } as const satisfies AnswersResponse
      try {
        const { question, decision } = await considerIn(asked)
        const documents = await fetchDocuments(
          client,
          decision.items.map(({ ranked }) => ranked.document.id),
        )
        const items = decision.items.flatMap(({ ranked, probability }) => {
          const document = documents.find(({ id }) => id === ranked.document.id)
          return document === undefined ? [] : [presentItem(question, { document, score: ranked.score, probability }, asked.enteSlug)]
        })
        return items.length === 0 ? nothing : { ...nothing, outcome: decision.outcome, items }
      } catch (error) {
        onError?.(error)
        return { ...nothing, degraded: true }
      }
    },
  }
}
