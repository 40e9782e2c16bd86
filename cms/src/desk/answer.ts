// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { DomainError, forwardingStates, isForwardingOpen, type DeskMove } from '@linea-comune/config'
import { table, type ForwardingRow, type Stored } from '../rows'
import { rememberFromTicket } from '../confirmed/remember-from-ticket'
import { actOnForwarding } from '../tickets/answer-by-link'
import { withTicket } from '../tickets/find-ticket'
import { moveTicket } from '../tickets/move-ticket'
import type { DeskPerson } from './sessions'

const deskSignature = 'Il centro servizi'

interface MoveInput {
  number: string
  version: number
  move: DeskMove
  text?: string | undefined
  sources: string[]
  remember?: string | undefined
}

/** Moves the ticket and, when the person says so, remembers that the text they cite answers the question: both or neither. */
export const answerAtDesk = async (strapi: Core.Strapi, person: DeskPerson, input: MoveInput): Promise<void> =>
  strapi.db.transaction(async () => {
    await moveAtDesk(strapi, person, input)
    if (input.remember !== undefined) await rememberFromTicket(strapi, person, { ...input, question: input.remember })
  })

/** The centre's people move the ticket; an Ente's agent answers what was forwarded to the Ente, as through the link. */
const moveAtDesk = async (strapi: Core.Strapi, person: DeskPerson, input: MoveInput): Promise<void> => {
  if (person.may('readAllTickets')) {
    await moveTicket(strapi, input, { name: person.name, signature: deskSignature, author: 'desk' })
    return
  }
  if (input.move !== 'answer') throw new DomainError('not-allowed')
  await withTicket(strapi, input.number, async (ticket) => {
    if (ticket.version !== input.version) throw new DomainError('changed-meanwhile')
    const [first, ...others] = await openForwardingsTo(strapi, input.number, person.enti)
    if (first === undefined) throw new DomainError('move-not-possible')
    // One answer of the Ente is the answer to everything it was asked about this request.
    await table(strapi, 'forwarding').updateMany({ where: { id: { $in: others.map((f) => f.id) } }, data: { state: 'answered' } })
    await actOnForwarding(strapi, ticket, first, { action: 'answer', text: input.text ?? '', signature: person.name })
  })
}

/** What an Ente was asked about a request and has not answered yet. */
export const openForwardingsTo = (strapi: Core.Strapi, ticketNumber: string, enti: readonly string[]): Promise<Stored<ForwardingRow>[]> =>
  table(strapi, 'forwarding').findMany({
    where: { ticketNumber, enteCode: { $in: [...enti] }, state: { $in: forwardingStates.filter(isForwardingOpen) } },
    orderBy: { id: 'asc' },
  })
