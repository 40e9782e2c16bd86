// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import {
  canMove,
  DomainError,
  forwardingStates,
  isFinal,
  isForwardingOpen,
  type DeskMove,
  type TicketMove,
  type TicketState,
} from '@linea-comune/config'
import { table, type Stored, type TicketRow } from '../rows'
import { changeTicket, type TicketEvent } from './change-ticket'
import { findEnte } from './directory'
import { withTicket } from './find-ticket'
import { tellCitizen } from './tell-citizen'

interface MoveRule {
  event: TicketEvent
  /** Null: changes no state. */
  move: TicketMove | null
  /** Whether a text is needed, and who reads it. */
  text: 'public' | 'internal' | null
  mail: 'ticket.answered' | 'ticket.citizen_asked' | null
}

const rules: Record<DeskMove, MoveRule> = {
  take: { event: 'ticket.taken', move: 'take', text: null, mail: null },
  answer: { event: 'ticket.answered', move: 'answer', text: 'public', mail: 'ticket.answered' },
  askCitizen: { event: 'ticket.citizen_asked', move: 'askCitizen', text: 'public', mail: 'ticket.citizen_asked' },
  note: { event: 'ticket.note_added', move: null, text: 'internal', mail: null },
  close: { event: 'ticket.closed', move: 'close', text: null, mail: null },
  reopen: { event: 'ticket.reopened', move: 'reopen', text: null, mail: null },
}

/** What the desk may do with a ticket in this state. */
export const possibleMoves = (state: TicketState): DeskMove[] =>
  (Object.keys(rules) as DeskMove[]).filter((name) => {
    const { move } = rules[name]
    return move === null ? !isFinal(state) : canMove(state, move)
  })

interface MoveRequest {
  number: string
  version: number
  move: DeskMove
  text?: string | undefined
  sources: string[]
}

/** A person at the desk moves a ticket on; `signature` is what the citizen reads under the message. */
export const moveTicket = async (
  strapi: Core.Strapi,
  request: MoveRequest,
  person: { name: string; signature: string; author: 'desk' | 'ente' },
): Promise<Stored<TicketRow>> => {
  const rule = rules[request.move]
  const { text } = request
  if (rule.text !== null && text === undefined) throw new DomainError('invalid-input', { fields: { text: 'required' } })
  return withTicket(strapi, request.number, async (ticket) => {
    if (ticket.version !== request.version) throw new DomainError('changed-meanwhile')
    if (!possibleMoves(ticket.state).includes(request.move)) throw new DomainError('move-not-possible')
    if (request.move === 'answer') await withdrawOpenForwardings(strapi, ticket.number)
    const ente = await findEnte(strapi, { code: ticket.enteCode })
    return changeTicket(strapi, ticket, {
      event: rule.event,
      actor: person.name,
      ...(rule.move !== null && { move: rule.move }),
      ...(rule.text !== null &&
        text !== undefined && {
          message: { author: person.author, visibility: rule.text, signature: person.signature, text, sources: request.sources },
        }),
      deliveries:
        rule.mail !== null && text !== undefined
          ? tellCitizen(rule.mail, ticket, { enteSlug: ente.slug, signature: person.signature, text })
          : [],
    })
  })
}

/** An answer of the desk settles the request: the offices that were asked need not answer, and what has not left yet stays here. */
const withdrawOpenForwardings = async (strapi: Core.Strapi, ticketNumber: string): Promise<void> => {
  const forwardings = table(strapi, 'forwarding')
  const open = await forwardings.findMany({ where: { ticketNumber, state: { $in: forwardingStates.filter(isForwardingOpen) } } })
  if (open.length === 0) return
  await forwardings.updateMany({ where: { id: { $in: open.map((f) => f.id) } }, data: { state: 'withdrawn' } })
  await table(strapi, 'delivery').updateMany({
    where: { forwardingId: { $in: open.map((f) => f.forwardingId) }, state: 'queued' },
    data: { state: 'cancelled', payload: {} },
  })
}
