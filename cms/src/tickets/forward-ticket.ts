// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto'
import type { Core } from '@strapi/strapi'
import { DomainError, signedLinkDays, takesTickets } from '@linea-comune/config'
import { forwardingCreated } from '../delivery/emails/forwarding-created'
import type { NewDelivery } from '../delivery/queue-deliveries'
import { hashOf, newToken } from '../identity/keys'
import { settings } from '../settings'
import { table, type ForwardingRow, type Stored, type TicketRow } from '../rows'
import { changeTicket } from './change-ticket'
import { channelOf, findEnte, findOffice } from './directory'
import { withTicket } from './find-ticket'
import { enteLink } from './links'
import { publicMessages } from './present-to-citizen'
import { requestEvent } from './request-event'
import { enteStream } from './streams'

interface ForwardRequest {
  number: string
  version: number
  /** documentId. */
  office: string
  note?: string | undefined
}

/** Sends a request to the office of an Ente, with a signed link through which the office can answer. */
export const forwardTicket = async (strapi: Core.Strapi, request: ForwardRequest, actor: string): Promise<Stored<TicketRow>> => {
  const office = await findOffice(strapi, request.office)
  const ente = await findEnte(strapi, { code: office.enteCode })
  if (!takesTickets(ente.lifecycle)) throw new DomainError('ente-not-active')
  const channel = channelOf(office, ente)
  if (channel === null) throw new DomainError('no-channel')

  return withTicket(strapi, request.number, async (ticket) => {
    if (ticket.version !== request.version) throw new DomainError('changed-meanwhile')
    const now = new Date()
    const token = newToken()
    const link = enteLink(settings().env.publicUrl, token)
    const forwarding: ForwardingRow = {
      forwardingId: randomUUID(),
      ticketNumber: ticket.number,
      enteCode: ente.code,
      officeDocumentId: office.documentId,
      officeName: office.name,
      state: 'queued',
      note: request.note ?? null,
      tokenHash: hashOf(token),
      at: now.toISOString(),
      expiresAt: new Date(now.getTime() + signedLinkDays * 86_400_000).toISOString(),
    }
    await table(strapi, 'forwarding').create({ data: forwarding })
    const common = { event: 'request.forwarded', stream: enteStream(ticket.number, ente.code), forwardingId: forwarding.forwardingId }
    const delivery: NewDelivery =
      channel.channel === 'email'
        ? {
            ...common,
            channel: 'email',
            email: forwardingCreated({
              to: { name: office.name, address: channel.destination },
              enteName: ente.name,
              number: ticket.number,
              citizenName: ticket.citizenName,
              thread: (await publicMessages(strapi, ticket.number)).map((m) => m.text),
              note: request.note ?? '',
              link,
              expiresAt: forwarding.expiresAt,
            }),
          }
        : {
            ...common,
            channel: 'webhook',
            url: channel.destination,
            body: (eventId) =>
              requestEvent(
                'request.forwarded',
                eventId,
                { ticket: ticket.number, forwarding: forwarding.forwardingId, publicUrl: settings().env.publicUrl, link },
                now,
              ),
          }
    return changeTicket(
      strapi,
      ticket,
      {
        event: 'ticket.forwarded',
        actor,
        move: 'forward',
        data: { ente: ente.code, office: office.name, forwardingId: forwarding.forwardingId },
        deliveries: [delivery],
      },
      now,
    )
  })
}
