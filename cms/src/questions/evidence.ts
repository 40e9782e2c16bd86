// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Evidence, Judged } from '@linea-comune/search'
import type { QuestionRecordRow } from '../rows'

type Outcome = Pick<QuestionRecordRow, 'outcome' | 'ranked' | 'first' | 'three' | 'opened' | 'verdict' | 'wroteOn'>

/** A question with the texts from which a person answered it, when one did. Ids as in the index. */
export interface JudgedQuestion extends Outcome {
  answeredFrom: readonly string[]
}

/**
 * What a question tells about the estimates, once it is known how it ended. Something shown: the citizen said so, or wrote all the same.
 * Nothing shown: the text from which the desk then answered was, or was not, among those that were held back.
 */
export const evidenceOf = (question: JudgedQuestion): { first: Judged[]; three: Judged[] } => {
  const { outcome, ranked, opened, verdict, wroteOn, answeredFrom } = question
  // What was offered for its meaning was not estimated.
  if (outcome === 'choice' && question.three === 0) return { first: [], three: [] }
  // What a person confirmed was never an estimate.
  if (question.first === 1) return { first: [], three: [] }
  const first = (right: boolean): Judged[] => [{ probability: question.first, right }]
  const three = (right: boolean): Judged[] => [{ probability: question.three, right }]
  if (outcome === 'none')
    return answeredFrom.length === 0
      ? { first: [], three: [] }
      : { first: first(answeredFrom.includes(ranked[0] ?? '')), three: three(ranked.some((id) => answeredFrom.includes(id))) }
  const inVain = verdict === 'refused' || wroteOn !== null
  if (!inVain && verdict === null) return { first: [], three: [] }
  // An answer tells nothing of the two that were not shown: only what helped would ever count.
  if (outcome === 'answer') return { first: first(!inVain), three: [] }
  // Of a choice it is known which one was opened, not that the others were wrong.
  const openedFirst = opened !== null && isOf(ranked[0] ?? '', opened)
  return { first: inVain ? first(false) : opened === null ? [] : first(openedFirst), three: three(!inVain) }
}

/** `{scope}_{documentId}_{locale}`, and only scopes hold underscores. */
const isOf = (id: string, documentId: string): boolean => id.split('_').at(-2) === documentId

export const gather = (questions: readonly JudgedQuestion[]): Evidence => {
  const all = questions.map(evidenceOf)
  return { first: all.flatMap(({ first }) => first), three: all.flatMap(({ three }) => three) }
}
