// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Knex } from 'knex'
import type { Core } from '@strapi/strapi'
import { DomainError } from '@linea-comune/config'
import { table, type Stored, type TicketRow } from '../rows'

export const findTicket = async (strapi: Core.Strapi, number: string): Promise<Stored<TicketRow>> => {
  const ticket = await table(strapi, 'ticket').findOne({ where: { number } })
  if (ticket === null) throw new DomainError('not-found')
  return ticket
}

/**
 * Runs `work` with a ticket that nobody else changes meanwhile: two people who act at once act one after the other.
 * On SQLite the transaction itself is alone; on PostgreSQL the row is locked.
 */
export const withTicket = async <T>(strapi: Core.Strapi, number: string, work: (ticket: Stored<TicketRow>) => Promise<T>): Promise<T> =>
  strapi.db.transaction(async ({ trx }) => {
    await (trx as Knex.Transaction)('tickets').where({ number }).forUpdate().first('id')
    return work(await findTicket(strapi, number))
  })
