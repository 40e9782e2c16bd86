// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod'
import type { Core } from '@strapi/strapi'
import { DomainError, type CitizenTicket, type openTicketRequest } from '@linea-comune/config'
import { hashOf, normaliseCode, readGrant, sameHash, signGrant } from '../identity/keys'
import { settings } from '../settings'
import { table, type Stored, type TicketRow } from '../rows'
import { presentToCitizen } from './present-to-citizen'
import { findTicket } from './find-ticket'
import { parseTicketNumber } from './ticket-number'

const grantHours = 2
const codeTriesAllowed = 5
const lockMinutes = 15

/** Opens a ticket with its secret link or with number and code. A wrong key and an unknown number sound the same. */
export const openTicket = async (
  strapi: Core.Strapi,
  request: z.infer<typeof openTicketRequest>,
): Promise<{ grant: string; ticket: CitizenTicket }> => {
  const number = parseTicketNumber(request.number)
  const ticket = number === null ? null : await table(strapi, 'ticket').findOne({ where: { number } })
  if (ticket === null) throw new DomainError('wrong-credentials')
  if ('secret' in request.key) {
    if (!sameHash(hashOf(request.key.secret), ticket.secretHash)) throw new DomainError('wrong-credentials')
  } else {
    await checkCode(strapi, ticket, request.key.code)
  }
  const grant = signGrant(settings().secrets.citizenKey, ticket.number, Date.now() + grantHours * 3_600_000)
  return { grant, ticket: await presentToCitizen(strapi, ticket) }
}

/** A code has 40 bits only, so a ticket is closed to codes for a while after five wrong ones. */
const checkCode = async (strapi: Core.Strapi, ticket: Stored<TicketRow>, typed: string): Promise<void> => {
  const tickets = table(strapi, 'ticket')
  const now = Date.now()
  const lockedForMs = ticket.codeLockedUntil === null ? 0 : Date.parse(ticket.codeLockedUntil) - now
  if (lockedForMs > 0) throw new DomainError('too-many-attempts', { retryAfterS: Math.ceil(lockedForMs / 1000) })
  if (sameHash(hashOf(normaliseCode(typed)), ticket.codeHash)) {
    if (ticket.codeTries > 0) await tickets.updateMany({ where: { id: ticket.id }, data: { codeTries: 0, codeLockedUntil: null } })
    return
  }
  const tries = ticket.codeTries + 1
  const locks = tries >= codeTriesAllowed
  // Counted against the value that was read: parallel guesses cannot share one try.
  const { count } = await tickets.updateMany({
    where: { id: ticket.id, codeTries: ticket.codeTries },
    data: locks ? { codeTries: 0, codeLockedUntil: new Date(now + lockMinutes * 60_000).toISOString() } : { codeTries: tries },
  })
  if (locks || count === 0) throw new DomainError('too-many-attempts', { retryAfterS: locks ? lockMinutes * 60 : 1 })
  throw new DomainError('wrong-credentials')
}

/** The ticket a grant opens, or `signed-out` when the grant is not genuine or has expired. */
export const ticketOfGrant = async (strapi: Core.Strapi, grant: string): Promise<Stored<TicketRow>> => {
  const number = readGrant(settings().secrets.citizenKey, grant, Date.now())
  if (number === null) throw new DomainError('signed-out')
  return findTicket(strapi, number)
}
