// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod'
import type { Core } from '@strapi/strapi'
import {
  afterForwardingMove,
  canMove,
  canMoveForwarding,
  DomainError,
  isForwardingOpen,
  linkActions,
  type LinkAction,
  type LinkedForwarding,
  type actOnLinkRequest,
} from '@linea-comune/config'
import { hashOf } from '../identity/keys'
import { table, type ForwardingRow, type Stored, type TicketRow } from '../rows'
import { changeTicket, type Change, type TicketEvent } from './change-ticket'
import { findEnte, type EnteRecord } from './directory'
import { findTicket, withTicket } from './find-ticket'
import { presentMessage, publicMessages } from './present-to-citizen'
import { tellCitizen } from './tell-citizen'

/** What an Ente sees through its signed link. Looking changes nothing: mail scanners look too. */
export const openLink = async (strapi: Core.Strapi, token: string): Promise<LinkedForwarding> =>
  present(strapi, await forwardingOfToken(strapi, token))

/** The Ente takes charge, answers, or says that it is not its job: once, by the people who hold the link. */
export const actOnLink = async (strapi: Core.Strapi, request: z.infer<typeof actOnLinkRequest>): Promise<LinkedForwarding> => {
  const { ticketNumber } = await forwardingOfToken(strapi, request.token)
  await withTicket(strapi, ticketNumber, async (ticket) => {
    await actOnForwarding(strapi, ticket, await forwardingOfToken(strapi, request.token), request)
  })
  return openLink(strapi, request.token)
}

/** The Ente's word about a forwarding, from the link or from the desk. Must run inside `withTicket`; answers the ticket as it is now. */
export const actOnForwarding = async (
  strapi: Core.Strapi,
  ticket: Stored<TicketRow>,
  forwarding: Stored<ForwardingRow>,
  act: { action: LinkAction; text: string; signature: string },
): Promise<Stored<TicketRow>> => {
  if (act.action !== 'take' && act.text === '') throw new DomainError('invalid-input', { fields: { text: 'required' } })
  const state = afterForwardingMove(forwarding.state, act.action)
  if (state === null) throw new DomainError('link-used')
  const { count } = await table(strapi, 'forwarding').updateMany({ where: { id: forwarding.id, state: forwarding.state }, data: { state } })
  if (count !== 1) throw new DomainError('changed-meanwhile')
  const ente = await findEnte(strapi, { code: forwarding.enteCode })
  const openElsewhere = (await table(strapi, 'forwarding').findMany({ where: { ticketNumber: ticket.number } })).some((f) =>
    isForwardingOpen(f.state),
  )
  return changeTicket(
    strapi,
    ticket,
    effectOf(act.action, { ticket, ente, forwarding, text: act.text, person: act.signature, openElsewhere }),
  )
}

interface Facts {
  ticket: Stored<TicketRow>
  ente: EnteRecord
  forwarding: ForwardingRow
  text: string
  person: string
  openElsewhere: boolean
}

const events: Record<LinkAction, TicketEvent> = {
  take: 'ticket.ente_took_charge',
  answer: 'ticket.ente_replied',
  refuse: 'ticket.ente_refused',
}

/**
 * What the Ente's word does to the ticket. An answer reaches the citizen as it is; it settles the request when no other
 * Ente still has to speak. A word that comes late, after the request moved on, is kept and shown and changes no state.
 */
const effectOf = (action: LinkAction, { ticket, ente, forwarding, text, person, openElsewhere }: Facts): Change => {
  const signature = `${forwarding.officeName}, ${ente.name}${person === '' ? '' : ` (${person})`}`
  const change: Change = { event: events[action], actor: signature, data: { ente: ente.code, forwardingId: forwarding.forwardingId } }
  if (action === 'take') return change
  const move = action === 'answer' ? 'enteReplies' : 'enteRefuses'
  const moves = !openElsewhere && canMove(ticket.state, move)
  return {
    ...change,
    ...(moves && { move }),
    message: { author: 'ente', visibility: action === 'answer' ? 'public' : 'internal', signature, text },
    deliveries: action === 'answer' ? tellCitizen('ticket.answered', ticket, { enteSlug: ente.slug, signature, text }) : [],
  }
}

const forwardingOfToken = async (strapi: Core.Strapi, token: string): Promise<Stored<ForwardingRow>> => {
  const forwarding = await table(strapi, 'forwarding').findOne({ where: { tokenHash: hashOf(token) } })
  if (forwarding === null) throw new DomainError('not-found')
  if (Date.parse(forwarding.expiresAt) < Date.now()) throw new DomainError('link-expired')
  return forwarding
}

const present = async (strapi: Core.Strapi, forwarding: Stored<ForwardingRow>): Promise<LinkedForwarding> => {
  const ticket = await findTicket(strapi, forwarding.ticketNumber)
  const ente = await findEnte(strapi, { code: forwarding.enteCode })
  return {
    ticketNumber: ticket.number,
    ente: { code: ente.code, slug: ente.slug, name: ente.name },
    office: forwarding.officeName,
    state: forwarding.state,
    note: forwarding.note ?? '',
    citizenName: ticket.citizenName,
    messages: (await publicMessages(strapi, ticket.number)).map(presentMessage),
    actions: linkActions.filter((action) => canMoveForwarding(forwarding.state, action)),
    expiresAt: forwarding.expiresAt,
  }
}
