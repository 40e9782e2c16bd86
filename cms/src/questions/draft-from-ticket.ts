// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { defaultLocale, DomainError } from '@linea-comune/config'
import { redacted, withoutMarks } from '@linea-comune/search'
import { table, type TicketMessageRow, type TicketRow } from '../rows'
import { recordEvent } from '../tickets/change-ticket'
import { withTicket } from '../tickets/find-ticket'
import { draftFaq } from './draft-faq'
import { questionIn } from './question-in'
import { withoutCitizen } from './without-citizen'

type Message = Pick<TicketMessageRow, 'author' | 'visibility' | 'text'>

/**
 * A request that has its answer can become a draft: what the citizen has read last. Null for others, and for one in another language,
 * since a FAQ begins in Italian.
 */
export const answerOf = ({ state, locale }: Pick<TicketRow, 'state' | 'locale'>, messages: readonly Message[]): string | null =>
  (state !== 'answered' && state !== 'closed') || locale !== defaultLocale
    ? null
    : (messages.findLast(({ author, visibility }) => author !== 'citizen' && visibility === 'public')?.text ?? null)

/** documentId of the draft that was made of a ticket. */
export const draftOf = (events: readonly { type: string; data: Record<string, unknown> }[]): string | null => {
  const drafted = events.find(({ type }) => type === 'ticket.faq_drafted')?.data.documentId
  return typeof drafted === 'string' ? drafted : null
}

/**
 * What one citizen asked and was answered becomes a draft of the Ente's, with the other ways in which the same was asked. Names and
 * numbers are gone; an editor reads it before anybody else does. Asked again it makes no second one.
 */
export const draftFromTicket = async (strapi: Core.Strapi, number: string, actor: string): Promise<void> =>
  withTicket(strapi, number, async (ticket) => {
    const inOrder = { where: { ticketNumber: number }, orderBy: { id: 'asc' } } as const
    if (draftOf(await table(strapi, 'ticket-event').findMany(inOrder)) !== null) return
    const messages = await table(strapi, 'ticket-message').findMany(inOrder)
    const answer = answerOf(ticket, messages)
    const asked = messages.find(({ author }) => author === 'citizen')?.text ?? ''
    if (answer === null) throw new DomainError('move-not-possible')
    const { documentId } = await draftFaq(strapi, {
      enteCode: ticket.enteCode,
      locale: ticket.locale,
      wordings: [redacted(withoutCitizen(questionIn(asked), ticket)), ...(await otherWordings(strapi, ticket))].map(withoutMarks),
      // The office's own telephone and address belong into the answer.
      answer: withoutCitizen(answer, ticket),
    })
    await recordEvent(strapi, number, { event: 'ticket.faq_drafted', actor, data: { documentId } }, new Date().toISOString())
  })

/** Questions of the same matter to the same Ente, newest first. */
const otherWordings = async (strapi: Core.Strapi, { questionId, enteCode, locale }: TicketRow): Promise<string[]> => {
  if (questionId === null) return []
  const records = table(strapi, 'question-record')
  const own = await records.findOne({ where: { questionId, enteCode } })
  if (own === null) return []
  const same = await records.findMany({ where: { matter: own.matter, enteCode, locale }, orderBy: { askedOn: 'desc' }, limit: 50 })
  return [own.text, ...same.map(({ text }) => text)]
}
