// SPDX-License-Identifier: AGPL-3.0-or-later
import { isLocale, questionMaxLength, type AnswersResponse } from '@linea-comune/config'
import type { Route } from './+types/desk-answers'
import { ask, cleanQuestion } from '../../server/answers-api'
import { orUnavailable, refusePage } from '../ente/require-ente'
import { deskRead } from './desk-call'

/** The knowledge base as the citizens of an Ente would be answered, for the operator who is answering one of them. */
export const loader = async (args: Route.LoaderArgs): Promise<AnswersResponse> => {
  await deskRead(args, 'whoAmI', {})
  const query = new URL(args.request.url).searchParams
  const ente = await args.context.front.enti.bySlug(query.get('ente') ?? '').catch(orUnavailable('enti'))
  if (ente === null) return refusePage('unknown-ente')
  const q = cleanQuestion((query.get('q') ?? '').slice(0, questionMaxLength))
  const lang = query.get('lang')
  if (q === '') return { outcome: 'none', items: [], questionId: '', degraded: false }
  return ask(args.context.front.knowledge, ente, q, isLocale(lang) ? lang : 'it')
}
