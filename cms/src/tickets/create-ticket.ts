// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Knex } from 'knex'
import type { Core } from '@strapi/strapi'
import { DomainError, takesTickets, type CreateTicketRequest, type CreateTicketResponse } from '@linea-comune/config'
import { ticketReceived } from '../delivery/emails/ticket-received'
import { citizenKeys, hashOf } from '../identity/keys'
import { recordWrote } from '../questions/record-questions'
import { settings } from '../settings'
import { table, type TicketRow } from '../rows'
import { recordEvent } from './change-ticket'
import { findEnte } from './directory'
import { citizenLink } from './links'
import { citizenStream } from './streams'
import { takeTicketNumber } from './ticket-number'

/** Opens a ticket. The same form sent again, after a double click or a crash, gives the same ticket. */
export const createTicket = async (strapi: Core.Strapi, request: CreateTicketRequest): Promise<CreateTicketResponse> => {
  const { env, secrets } = settings()
  const keys = citizenKeys(secrets.citizenKey, request.submissionId)
  const submissionHash = hashOf(JSON.stringify([request.ente, request.text, request.name, request.email ?? '', request.phone ?? '']))

  const known = await findSubmission(strapi, request.submissionId, submissionHash)
  if (known) return toResponse(known, keys)

  const ente = await findEnte(strapi, { slug: request.ente })
  if (!takesTickets(ente.lifecycle)) throw new DomainError('ente-not-active')
  try {
    return await strapi.db.transaction(async ({ trx }) => {
      const now = new Date()
      const at = now.toISOString()
      const number = await takeTicketNumber(trx as Knex.Transaction, now)
      const row: TicketRow = {
        number,
        submissionId: request.submissionId,
        submissionHash,
        enteCode: ente.code,
        locale: request.locale,
        state: 'new',
        version: 1,
        citizenName: request.name,
        citizenEmail: request.email ?? null,
        citizenPhone: request.phone ?? null,
        secretHash: hashOf(keys.secret),
        codeHash: hashOf(keys.code),
        questionId: request.questionId ?? null,
        openedAt: at,
        changedAt: at,
      }
      await table(strapi, 'ticket').create({ data: row })
      if (row.questionId !== null) await recordWrote(strapi, ente.code, row.questionId, at)
      const link = citizenLink(env.publicUrl, ente.slug, number, keys.secret)
      await recordEvent(
        strapi,
        number,
        {
          event: 'ticket.received',
          actor: 'cittadino',
          message: {
            author: 'citizen',
            visibility: 'public',
            signature: request.name,
            text: request.text,
            submissionId: request.submissionId,
          },
          deliveries: row.citizenEmail
            ? [
                {
                  channel: 'email',
                  event: 'ticket.received',
                  stream: citizenStream(number),
                  email: ticketReceived({ to: row, number, enteName: ente.name, link, code: keys.code, text: request.text }),
                },
              ]
            : [],
        },
        at,
      )
      return toResponse(row, keys)
    })
  } catch (error) {
    // The same form may have arrived twice at once: the unique index let one of the two in.
    const winner = await findSubmission(strapi, request.submissionId, submissionHash)
    if (winner) return toResponse(winner, keys)
    throw error
  }
}

const findSubmission = async (strapi: Core.Strapi, submissionId: string, submissionHash: string): Promise<TicketRow | null> => {
  const known = await table(strapi, 'ticket').findOne({ where: { submissionId } })
  if (known !== null && known.submissionHash !== submissionHash) throw new DomainError('submission-reused')
  return known
}

const toResponse = (row: TicketRow, keys: { secret: string; code: string }): CreateTicketResponse => ({
  number: row.number,
  secret: keys.secret,
  code: keys.code,
  createdAt: row.openedAt,
  email: row.citizenEmail,
})
