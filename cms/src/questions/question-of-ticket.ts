// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { withoutMarks } from '@linea-comune/search'
import { table, type TicketMessageRow, type TicketRow } from '../rows'
import { questionIn } from './question-in'
import { withoutCitizen } from './without-citizen'

type Message = Pick<TicketMessageRow, 'author' | 'text'>

/** What a citizen asked: as it was typed on the site before they wrote, else the sentence of their message that asks. */
export const questionOf = async (strapi: Core.Strapi, ticket: TicketRow, messages: readonly Message[]): Promise<string> => {
  const { questionId, enteCode } = ticket
  const asked = questionId === null ? null : await table(strapi, 'question-record').findOne({ where: { questionId, enteCode } })
  if (asked !== null) return withoutMarks(asked.text).trim()
  return withoutMarks(withoutCitizen(questionIn(messages.find(({ author }) => author === 'citizen')?.text ?? ''), ticket)).trim()
}
