// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { DomainError } from '@linea-comune/config'
import { table, type Stored, type TicketRow } from '../rows'

export const findTicket = async (strapi: Core.Strapi, number: string): Promise<Stored<TicketRow>> => {
  const ticket = await table(strapi, 'ticket').findOne({ where: { number } })
  if (ticket === null) throw new DomainError('not-found')
  return ticket
}
