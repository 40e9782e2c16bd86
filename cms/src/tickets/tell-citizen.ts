// SPDX-License-Identifier: AGPL-3.0-or-later
import type { NewDelivery } from '../delivery/queue-deliveries'
import { citizenAsked, ticketAnswered } from '../delivery/emails/ticket-answered'
import { citizenKeys } from '../identity/keys'
import { settings } from '../settings'
import type { TicketRow } from '../rows'
import { citizenLink } from './links'
import { citizenStream } from './streams'

const templates = { 'ticket.answered': ticketAnswered, 'ticket.citizen_asked': citizenAsked } as const

/** The mail that brings a message to the citizen; none when the citizen left no address and reads it on the page. */
export const tellCitizen = (
  event: keyof typeof templates,
  ticket: TicketRow,
  facts: { enteSlug: string; signature: string; text: string },
): NewDelivery[] => {
  if (ticket.citizenEmail === null) return []
  const { env, secrets } = settings()
  const { secret } = citizenKeys(secrets.citizenKey, ticket.submissionId)
  const link = citizenLink(env.publicUrl, facts.enteSlug, ticket.number, secret)
  const email = templates[event]({ to: ticket, number: ticket.number, signature: facts.signature, text: facts.text, link })
  return [{ channel: 'email', event, stream: citizenStream(ticket.number), email }]
}
