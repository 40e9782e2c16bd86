// SPDX-License-Identifier: AGPL-3.0-or-later
import { questionMaxLength } from '@linea-comune/config'
import { cleanQuestion } from '../../server/answers-api'
import { isUuid } from '../form-fields'

/** The question somebody comes from, as the addresses of its answers carry it. */
export interface Asked {
  questionId: string
  q: string
}

export const toAsked = (questionId: string | null, q: string | null): Asked | null =>
  questionId !== null && isUuid(questionId) ? { questionId, q: cleanQuestion((q ?? '').slice(0, questionMaxLength)) } : null

/** Null when the page was reached in another way. */
export const askedIn = (request: Request): Asked | null => {
  const query = new URL(request.url).searchParams
  return toAsked(query.get('chiesta'), query.get('q'))
}
