// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto'
import type { Core } from '@strapi/strapi'
import { afterMove, DomainError, type TicketMove } from '@linea-comune/config'
import { queueDeliveries, type NewDelivery } from '../delivery/queue-deliveries'
import { table, type MessageAuthor, type Stored, type TicketRow } from '../rows'

export type TicketEvent =
  | 'ticket.received'
  | 'ticket.taken'
  | 'ticket.forwarded'
  | 'ticket.note_added'
  | 'ticket.citizen_asked'
  | 'ticket.citizen_replied'
  | 'ticket.ente_took_charge'
  | 'ticket.ente_replied'
  | 'ticket.ente_refused'
  | 'ticket.answered'
  | 'ticket.reopened'
  | 'ticket.closed'
  | 'ticket.undeliverable'
  | 'ticket.faq_drafted'

interface NewMessage {
  author: MessageAuthor
  visibility: 'public' | 'internal'
  signature: string
  text: string
  sources?: string[]
  /** Of the form it came from; made here for messages that come from no form. */
  submissionId?: string
}

export interface Change {
  event: TicketEvent
  /** Who did it, in words: a name, `cittadino`, `sistema`. */
  actor: string
  data?: Record<string, unknown>
  move?: TicketMove
  message?: NewMessage
  deliveries?: NewDelivery[]
}

/**
 * The one way a ticket changes: new state, line of history, message and outgoing mail are written together.
 * Must run inside a transaction. Answers the ticket as it is now.
 */
export const changeTicket = async (
  strapi: Core.Strapi,
  ticket: Stored<TicketRow>,
  change: Change,
  now = new Date(),
): Promise<Stored<TicketRow>> => {
  const state = change.move === undefined ? ticket.state : afterMove(ticket.state, change.move)
  if (state === null) throw new DomainError('move-not-possible')

  const version = ticket.version + 1
  const at = now.toISOString()
  const { count } = await table(strapi, 'ticket').updateMany({
    where: { id: ticket.id, version: ticket.version },
    data: { state, version, changedAt: at },
  })
  if (count !== 1) throw new DomainError('changed-meanwhile')
  await recordEvent(strapi, ticket.number, change, at)
  return { ...ticket, state, version, changedAt: at }
}

/** History, message and deliveries of an event; on its own only for the event that creates a ticket. */
export const recordEvent = async (strapi: Core.Strapi, ticketNumber: string, change: Change, at: string): Promise<void> => {
  const eventId = randomUUID()
  await table(strapi, 'ticket-event').create({
    data: { eventId, ticketNumber, type: change.event, actor: change.actor, data: change.data ?? {}, at },
  })
  if (change.message) {
    const { submissionId = eventId, sources = [], ...message } = change.message
    await table(strapi, 'ticket-message').create({ data: { ticketNumber, submissionId, sources, at, ...message } })
  }
  await queueDeliveries(strapi, { eventId, ticketNumber, at }, change.deliveries ?? [])
}
