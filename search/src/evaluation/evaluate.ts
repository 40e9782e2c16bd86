// SPDX-License-Identifier: AGPL-3.0-or-later
import { performance } from 'node:perf_hooks'
import type { Answerer } from '../answer/answerer.js'
import type { Considered } from '../answer/consider.js'
import type { Corpus } from './corpus.js'
import type { Trial } from './measures.js'
import type { JudgedQuestion } from './questions.js'

export interface Asked {
  question: JudgedQuestion
  /** Ids of the file, best first. */
  ranked: string[]
  trial: Trial
}

/** Asks the product's own way, one question after the other, as a citizen of each Ente would. */
export const evaluate = async (answerer: Answerer, { ids }: Corpus, questions: readonly JudgedQuestion[]): Promise<Asked[]> => {
  const asked: Asked[] = []
  for (const question of questions) {
    const began = performance.now()
    const considered = await answerer.consider({ enteCode: question.ente, q: question.q, locale: question.locale }, Infinity)
    const ms = performance.now() - began
    asked.push({ question, ...judge(question, considered, ids, ms) })
  }
  return asked
}

const judge = (
  { kind, expected }: JudgedQuestion,
  { ranked: list, decision }: Considered,
  ids: ReadonlyMap<string, string>,
  ms: number,
): Omit<Asked, 'question'> => {
  const idOf = (documentId: string): string => ids.get(documentId) ?? documentId
  const answers = (id: string): boolean => expected.includes(id)
  const ranked = list.map(({ document }) => idOf(document().documentId))
  const place = ranked.findIndex(answers) + 1
  return {
    ranked,
    trial: {
      kind,
      answerable: expected.length > 0,
      place: place === 0 ? null : place,
      outcome: decision.outcome,
      right: decision.items.some(({ ranked: { document } }) => answers(idOf(document().documentId))),
      confidence: decision.probability.three,
      ms,
    },
  }
}
