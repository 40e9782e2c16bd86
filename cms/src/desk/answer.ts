// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { DomainError, isForwardingOpen, type DeskMove } from '@linea-comune/config'
import { table } from '../rows'
import { actOnForwarding } from '../tickets/answer-by-link'
import { findTicket } from '../tickets/find-ticket'
import { moveTicket } from '../tickets/move-ticket'
import type { DeskPerson } from './sessions'

const deskSignature = 'Il centro servizi'

interface MoveInput {
  number: string
  version: number
  move: DeskMove
  text?: string | undefined
  sources: string[]
}

/** The centre's people move the ticket; an Ente's agent answers what was forwarded to the Ente, as through the link. */
export const answerAtDesk = async (strapi: Core.Strapi, person: DeskPerson, input: MoveInput): Promise<void> => {
  if (person.may('readAllTickets')) {
    await moveTicket(strapi, input, { name: person.name, signature: deskSignature, author: 'desk' })
    return
  }
  if (input.move !== 'answer') throw new DomainError('not-allowed')
  await strapi.db.transaction(async () => {
    const ticket = await findTicket(strapi, input.number)
    if (ticket.version !== input.version) throw new DomainError('changed-meanwhile')
    const forwardings = await table(strapi, 'forwarding').findMany({
      where: { ticketNumber: input.number, enteCode: { $in: person.enti } },
      orderBy: { id: 'desc' },
    })
    const open = forwardings.find((f) => isForwardingOpen(f.state))
    if (open === undefined) throw new DomainError('move-not-possible')
    await actOnForwarding(strapi, open, { action: 'answer', text: input.text ?? '', signature: person.name })
  })
}
