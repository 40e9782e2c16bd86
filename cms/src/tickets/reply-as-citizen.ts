// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { DomainError, isForwardingOpen, onCitizenMessage, type CitizenTicket } from '@linea-comune/config'
import { citizenReplied } from '../delivery/emails/citizen-replied'
import { settings } from '../settings'
import type { NewDelivery } from '../delivery/queue-deliveries'
import { table, type Stored, type TicketRow } from '../rows'
import { changeTicket } from './change-ticket'
import { channelOf, findEnte, findOfficeIfThere } from './directory'
import { withTicket } from './find-ticket'
import { requestEvent } from './request-event'
import { enteStream } from './streams'
import { presentToCitizen } from './present-to-citizen'
import { ticketOfGrant } from './open-ticket'

/** The citizen writes again: the desk and every Ente that is still working on the request hear of it. */
export const replyAsCitizen = async (
  strapi: Core.Strapi,
  request: { grant: string; submissionId: string; text: string },
): Promise<CitizenTicket> => {
  const { number } = await ticketOfGrant(strapi, request.grant)
  const after = await withTicket(strapi, number, async (ticket) => {
    const known = await table(strapi, 'ticket-message').findOne({ where: { submissionId: request.submissionId } })
    if (known !== null) {
      if (known.ticketNumber !== ticket.number || known.text !== request.text) throw new DomainError('submission-reused')
      return ticket
    }
    const effect = onCitizenMessage(ticket.state)
    if (effect === 'refused') throw new DomainError('move-not-possible')
    return changeTicket(strapi, ticket, {
      event: effect === 'reopen' ? 'ticket.reopened' : 'ticket.citizen_replied',
      actor: 'cittadino',
      ...(effect !== 'none' && { move: effect }),
      message: {
        author: 'citizen',
        visibility: 'public',
        signature: ticket.citizenName,
        text: request.text,
        submissionId: request.submissionId,
      },
      deliveries: await deliveriesToOpenForwardings(strapi, ticket, request.text),
    })
  })
  return presentToCitizen(strapi, after)
}

const deliveriesToOpenForwardings = async (strapi: Core.Strapi, ticket: Stored<TicketRow>, text: string): Promise<NewDelivery[]> => {
  const forwardings = await table(strapi, 'forwarding').findMany({ where: { ticketNumber: ticket.number }, orderBy: { id: 'asc' } })
  const deliveries: NewDelivery[] = []
  for (const forwarding of forwardings.filter((f) => isForwardingOpen(f.state))) {
    const ente = await findEnte(strapi, { code: forwarding.enteCode })
    const channel = channelOf(await findOfficeIfThere(strapi, forwarding.officeDocumentId), ente)
    if (channel === null) continue
    const common = { event: 'request.citizen_replied', stream: enteStream(ticket.number, ente.code), forwardingId: forwarding.forwardingId }
    deliveries.push(
      channel.channel === 'email'
        ? {
            ...common,
            channel: 'email',
            email: citizenReplied({ to: { name: forwarding.officeName, address: channel.destination }, number: ticket.number, text }),
          }
        : {
            ...common,
            channel: 'webhook',
            url: channel.destination,
            body: (eventId) =>
              requestEvent('request.citizen_replied', eventId, {
                ticket: ticket.number,
                forwarding: forwarding.forwardingId,
                publicUrl: settings().env.publicUrl,
              }),
          },
    )
  }
  return deliveries
}
