// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod'
import type { Core } from '@strapi/strapi'
import { DomainError, type CitizenTicket, type openTicketRequest } from '@linea-comune/config'
import { hashOf, normaliseCode, readGrant, sameHash, signGrant } from '../identity/keys'
import { settings } from '../settings'
import { table, type Stored, type TicketRow } from '../rows'
import { assertMayTryCode, forgetFailures, refuseCode } from './code-attempts'
import { presentToCitizen } from './present-to-citizen'
import { findTicket } from './find-ticket'
import { parseTicketNumber } from './ticket-number'

const grantHours = 2

/** Opens a ticket with its secret link or with number and code. A wrong key and an unknown number sound the same. */
export const openTicket = async (
  strapi: Core.Strapi,
  request: z.infer<typeof openTicketRequest>,
): Promise<{ grant: string; ticket: CitizenTicket }> => {
  const number = parseTicketNumber(request.number)
  if (number === null) throw new DomainError('wrong-credentials')
  const ticket = await table(strapi, 'ticket').findOne({ where: { number } })
  if ('secret' in request.key) {
    if (ticket === null || !sameHash(hashOf(request.key.secret), ticket.secretHash)) throw new DomainError('wrong-credentials')
    return open(strapi, ticket)
  }
  await assertMayTryCode(strapi, number)
  if (ticket === null || !sameHash(hashOf(normaliseCode(request.key.code)), ticket.codeHash)) return refuseCode(strapi, number)
  await forgetFailures(strapi, number)
  return open(strapi, ticket)
}

const open = async (strapi: Core.Strapi, ticket: Stored<TicketRow>): Promise<{ grant: string; ticket: CitizenTicket }> => ({
  grant: signGrant(settings().secrets.citizenKey, ticket.number, Date.now() + grantHours * 3_600_000),
  ticket: await presentToCitizen(strapi, ticket),
})

/** The ticket a grant opens, or `signed-out` when the grant is not genuine or has expired. */
export const ticketOfGrant = async (strapi: Core.Strapi, grant: string): Promise<Stored<TicketRow>> => {
  const number = readGrant(settings().secrets.citizenKey, grant, Date.now())
  if (number === null) throw new DomainError('signed-out')
  return findTicket(strapi, number)
}
