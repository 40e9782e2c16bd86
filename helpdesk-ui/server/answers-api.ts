// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  answersRequest,
  DomainError,
  errorStatus,
  parseInput,
  questionMaxLength,
  type AnswersResponse,
  type FaultResponse,
} from '@linea-comune/config'
import type { EntePage } from '@linea-comune/search'
import { askedEnte, type EnteDoor } from './asked-ente.js'
import { faultSentence } from './fault-sentences.js'
import type { Knowledge } from './knowledge.js'
import { logError } from './log.js'

/** A question as it may reach the engine: no control characters, no half of a surrogate pair, not longer than agreed. */
export const cleanQuestion = (q: string): string =>
  q
    .slice(0, questionMaxLength)
    .replace(/[\p{Cc}\p{Cs}]+/gu, ' ')
    .trim()

/** Answers even when the engine does not: then nobody knows, and it says so. */
export const ask = async (knowledge: Knowledge, ente: EntePage, q: string, locale: AnswersQuery['locale']): Promise<AnswersResponse> => {
  try {
    return await knowledge.answerer.answer({ enteCode: ente.code, enteSlug: ente.slug, q: cleanQuestion(q), locale })
  } catch (error) {
    logError('answers', error)
    return { outcome: 'none', items: [], questionId: '', degraded: true }
  }
}

type AnswersQuery = ReturnType<typeof parseAnswersQuery>

const parseAnswersQuery = (query: Record<string, string>) => {
  const input = parseInput(answersRequest, query)
  if (cleanQuestion(input.q) === '') throw new DomainError('invalid-input', { fields: { q: 'required' } })
  return input
}

interface Doors extends EnteDoor {
  knowledge: Knowledge
}

/** `GET /api/answers`, by the contract in config. */
export const answerRequest = async (doors: Doors, query: Record<string, string>): Promise<AnswersResponse> => {
  const input = parseAnswersQuery(query)
  const ente = await askedEnte(doors, input.ente)
  return ask(doors.knowledge, ente, input.q, input.locale)
}

/** @param lang the language of the sentence that says why */
export const toFaultAnswer = (
  error: unknown,
  lang?: string,
): { status: (typeof errorStatus)[keyof typeof errorStatus]; body: FaultResponse } => {
  const { code, details } = error instanceof DomainError ? error : new DomainError('internal')
  const { fields, retryAfterS } = details
  return {
    status: errorStatus[code],
    body: {
      error: { code, message: faultSentence(code, lang), ...(fields && { fields }), ...(retryAfterS !== undefined && { retryAfterS }) },
    },
  }
}
