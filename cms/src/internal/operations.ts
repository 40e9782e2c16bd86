// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from 'zod'
import type { Core } from '@strapi/strapi'
import { DomainError, type DeskPermission, type InternalCallName, type InternalResponse, type internalCalls } from '@linea-comune/config'
import { readPreview } from '../content/preview'
import { listConsumers } from '../api-consumers/consumers'
import { answerAtDesk } from '../desk/answer'
import { listDeliveries, readDelivery, retryDelivery } from '../desk/deliveries'
import { listForwardingTargets } from '../desk/enti'
import { readFigures } from '../desk/figures'
import { personOfSession, presentPerson, signIn, signOut, type DeskPerson } from '../desk/sessions'
import { mayDraftFor } from '../desk/may-draft-for'
import { findVisibleTicket, listTickets, readTicket } from '../desk/tickets'
import { draftFromTicket } from '../questions/draft-from-ticket'
import { recordQuestions } from '../questions/record-questions'
import { actOnLink, openLink } from '../tickets/answer-by-link'
import { createTicket } from '../tickets/create-ticket'
import { forwardTicket } from '../tickets/forward-ticket'
import { openTicket, ticketOfGrant } from '../tickets/open-ticket'
import { presentToCitizen } from '../tickets/present-to-citizen'
import { replyAsCitizen } from '../tickets/reply-as-citizen'

type Input<N extends InternalCallName> = z.infer<(typeof internalCalls)[N]['request']>
/** `session` is empty for calls that need none. */
type Operation<N extends InternalCallName> = (strapi: Core.Strapi, input: Input<N>, session: string) => Promise<InternalResponse<N>>

/** Whoever calls must hold a session, and the permission when one is named. */
const asPerson =
  <I, O>(
    permission: DeskPermission | null,
    operation: (strapi: Core.Strapi, person: DeskPerson, input: I, session: string) => Promise<O>,
  ) =>
  async (strapi: Core.Strapi, input: I, session: string): Promise<O> => {
    const person = await personOfSession(strapi, session)
    if (permission !== null && !person.may(permission)) throw new DomainError('not-allowed')
    return operation(strapi, person, input, session)
  }

/** What each call of the front office does. The type makes the list complete. */
export const operations: { [N in InternalCallName]: Operation<N> } = {
  createTicket: (strapi, input) => createTicket(strapi, input),
  openTicket: (strapi, input) => openTicket(strapi, input),
  viewTicket: async (strapi, { grant }) => presentToCitizen(strapi, await ticketOfGrant(strapi, grant)),
  replyTicket: (strapi, input) => replyAsCitizen(strapi, input),
  openLink: (strapi, { token }) => openLink(strapi, token),
  actOnLink: (strapi, input) => actOnLink(strapi, input),
  readPreview: (strapi, input) => readPreview(strapi, input),
  recordQuestions: async (strapi, { events }) => {
    await recordQuestions(strapi, events)
    return { done: true }
  },
  signIn: (strapi, input) => signIn(strapi, input),
  signOut: async (strapi, _input, session) => {
    await signOut(strapi, session)
    return { done: true }
  },
  whoAmI: asPerson(null, (_strapi, person) => Promise.resolve(presentPerson(person))),
  listTickets: asPerson(null, (strapi, person, input) => listTickets(strapi, person, input)),
  readTicket: asPerson(null, (strapi, person, input) => readTicket(strapi, person, input.number)),
  moveTicket: asPerson('answer', async (strapi, person, input) => {
    await findVisibleTicket(strapi, person, input.number)
    await answerAtDesk(strapi, person, input)
    return readTicket(strapi, person, input.number)
  }),
  forwardTicket: asPerson('forward', async (strapi, person, input) => {
    await findVisibleTicket(strapi, person, input.number)
    await forwardTicket(strapi, input, person.name)
    return readTicket(strapi, person, input.number)
  }),
  draftFromTicket: asPerson('answer', async (strapi, person, { number }) => {
    const { enteCode } = await findVisibleTicket(strapi, person, number)
    // A request that was forwarded to another Ente is still not that Ente's to write a FAQ of.
    if (!mayDraftFor(person, enteCode)) throw new DomainError('not-allowed')
    await draftFromTicket(strapi, number, person.name)
    return readTicket(strapi, person, number)
  }),
  listDeliveries: asPerson('readDeliveries', (strapi, _person, input) => listDeliveries(strapi, input)),
  readDelivery: asPerson('readDeliveries', (strapi, _person, input) => readDelivery(strapi, input.id)),
  retryDelivery: asPerson('retryDelivery', (strapi, _person, input) => retryDelivery(strapi, input.id)),
  readFigures: asPerson(null, (strapi, person, input) => readFigures(strapi, person, input)),
  listEnti: asPerson('forward', (strapi) => listForwardingTargets(strapi)),
  apiConsumers: (strapi) => listConsumers(strapi),
}
