// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { defaultLocale, type PanelInput } from '@linea-comune/config'
import { withoutMarks } from '@linea-comune/search'
import { decidesFor, type Caller } from '../panel/caller'
import { draftFaq } from './draft-faq'
import { failedQuestions } from './failed-questions'

/** A FAQ with the questions that found no answer; the answer is the editor's to write. */
export const draftForGap = async (
  strapi: Core.Strapi,
  caller: Caller,
  { matter, ente }: PanelInput<'draftForGap'>,
): Promise<{ documentId: string }> => {
  if (!decidesFor(caller, ente)) throw new errors.PolicyError('Su questa domanda scrive il suo Ente.')
  const records = await failedQuestions(strapi, ente === null ? 'all' : [ente], { matter })
  if (records.length === 0) throw new errors.NotFoundError('Di questa domanda non c’è più traccia.')
  const italian = records.filter(({ locale }) => locale === defaultLocale).map(({ text }) => withoutMarks(text).trim())
  // A FAQ begins in Italian: asked in other languages only, it is called by its need.
  const wordings = italian.length > 0 ? italian : [records[0]?.need === '' ? records[0].text : (records[0]?.need ?? '')]
  return draftFaq(strapi, { enteCode: ente, locale: defaultLocale, wordings, answer: '' })
}
