// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { onCitizenMessage, type CitizenTicket } from '@linea-comune/config'
import { table, type Stored, type TicketMessageRow, type TicketRow } from '../rows'
import { findEnte } from './directory'

export const presentMessage = (message: Stored<TicketMessageRow>): CitizenTicket['messages'][number] => ({
  id: String(message.id),
  author: message.author,
  signature: message.author === 'citizen' ? '' : message.signature,
  text: message.text,
  at: message.at,
})

export const publicMessages = (strapi: Core.Strapi, ticketNumber: string): Promise<Stored<TicketMessageRow>[]> =>
  table(strapi, 'ticket-message').findMany({ where: { ticketNumber, visibility: 'public' }, orderBy: { id: 'asc' } })

/** What the citizen may see: the public thread and where the request is; no notes, no people's names but signatures. */
export const presentToCitizen = async (strapi: Core.Strapi, ticket: Stored<TicketRow>): Promise<CitizenTicket> => {
  const ente = await findEnte(strapi, { code: ticket.enteCode })
  const forwardings = await table(strapi, 'forwarding').findMany({ where: { ticketNumber: ticket.number }, orderBy: { id: 'asc' } })
  const open = forwardings.filter((f) => f.state !== 'withdrawn' && f.state !== 'refused')
  const messages = await publicMessages(strapi, ticket.number)
  return {
    number: ticket.number,
    ente: { code: ente.code, slug: ente.slug, name: ente.name },
    locale: ticket.locale,
    state: ticket.state,
    createdAt: ticket.openedAt,
    updatedAt: ticket.changedAt,
    forwardedTo: [...new Set(open.map((f) => f.officeName))],
    messages: messages.map(presentMessage),
    mayReply: onCitizenMessage(ticket.state) !== 'refused',
  }
}
