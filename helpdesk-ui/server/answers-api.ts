// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  answersRequest,
  DomainError,
  errorStatus,
  parseInput,
  questionMaxLength,
  type AnswersResponse,
  type AskedQuestion,
  type FaultResponse,
} from '@linea-comune/config'
import type { EntePage } from '@linea-comune/search'
import { askedEnte, type EnteDoor } from './asked-ente.js'
import { faultSentence } from './fault-sentences.js'
import type { Knowledge } from './knowledge.js'
import { logError } from './log.js'
import type { QuestionLog } from './question-log.js'

/** A question as it may reach the engine: no control characters, no half of a surrogate pair, not longer than agreed. */
export const cleanQuestion = (q: string): string =>
  q
    .slice(0, questionMaxLength)
    .replace(/[\p{Cc}\p{Cs}]+/gu, ' ')
    .trim()

/**
 * Answers even when the engine does not: then nobody knows, and it says so. `keep` is told what may be kept; it is left out where nobody
 * asked for themselves.
 */
export const ask = async (
  knowledge: Pick<Knowledge, 'answerer'>,
  ente: EntePage,
  q: string,
  locale: AnswersQuery['locale'],
  keep?: (asked: AskedQuestion) => void,
): Promise<AnswersResponse> => {
  try {
    const asked = { enteCode: ente.code, enteSlug: ente.slug, q: cleanQuestion(q), locale, thresholds: ente.thresholds ?? undefined }
    return await knowledge.answerer.answer(asked, keep)
  } catch (error) {
    logError('answers', error)
    return { outcome: 'none', items: [], questionId: '', degraded: true }
  }
}

/** Writes down a question that a citizen asked just now. */
export const keepIn =
  (questions: Pick<QuestionLog, 'add'>) =>
  (asked: AskedQuestion): void =>
    questions.add({ kind: 'asked', at: new Date().toISOString(), ...asked })

type AnswersQuery = ReturnType<typeof parseAnswersQuery>

const parseAnswersQuery = (query: Record<string, string>) => {
  const input = parseInput(answersRequest, query)
  if (cleanQuestion(input.q) === '') throw new DomainError('invalid-input', { fields: { q: 'required' } })
  return input
}

interface Doors extends EnteDoor {
  knowledge: Knowledge
  questions: Pick<QuestionLog, 'add'>
}

/** `GET /api/answers`, by the contract in config. */
export const answerRequest = async (doors: Doors, query: Record<string, string>): Promise<AnswersResponse> => {
  const input = parseAnswersQuery(query)
  const ente = await askedEnte(doors, input.ente)
  return ask(doors.knowledge, ente, input.q, input.locale, keepIn(doors.questions))
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
