// SPDX-License-Identifier: AGPL-3.0-or-later
import { answersRequest, parseInput, type QuestionSuggestionsResponse } from '@linea-comune/config'
import { cleanQuestion } from './answers-api.js'
import { askedEnte, type EnteDoor } from './asked-ente.js'
import type { Knowledge } from './knowledge.js'
import { logError } from './log.js'

interface Doors extends EnteDoor {
  knowledge: Pick<Knowledge, 'suggester'>
}

/**
 * `GET /api/suggestions`, by the contract in config. Unlike a question it may be empty: somebody has only begun to write. Without
 * the engine nothing is suggested, and the question can be asked all the same.
 */
export const suggestionsRequest = async (doors: Doors, query: Record<string, string>): Promise<QuestionSuggestionsResponse> => {
  const { ente: slug, q, locale } = parseInput(answersRequest, query)
  const ente = await askedEnte(doors, slug)
  try {
    const items = await doors.knowledge.suggester.suggest({ enteCode: ente.code, enteSlug: ente.slug, q: cleanQuestion(q), locale })
    return { items, degraded: false }
  } catch (error) {
    logError('suggestions', error)
    return { items: [], degraded: true }
  }
}
