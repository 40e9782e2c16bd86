// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AnswersResponse } from '@linea-comune/config'
import type { QuestionRecordRow } from '../rows'

type Failed = Pick<QuestionRecordRow, 'outcome' | 'ranked' | 'judgedOn' | 'wroteOn' | 'askedOn'>

/**
 * Whether a question that failed finds an answer now. Where something was shown in vain, the same text counts only if it was changed
 * since: otherwise the citizen would find it in vain again.
 */
export const isAnsweredBy = (
  failed: Failed,
  now: (Pick<AnswersResponse, 'outcome'> & { items: Pick<AnswersResponse['items'][number], 'id' | 'updatedAt'>[] }) | null,
): boolean => {
  if (now === null || now.outcome === 'none') return false
  if (failed.outcome === 'none') return true
  const [first] = now.items
  const since = failed.judgedOn ?? failed.wroteOn ?? failed.askedOn
  const shown = failed.outcome === 'answer' ? failed.ranked.slice(0, 1) : failed.ranked
  return first !== undefined && (!shown.includes(first.id) || first.updatedAt > since)
}
