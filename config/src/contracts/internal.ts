// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { errorCodes, fieldFaults } from '../error-codes.js'
import { apiConsumer } from './api-consumers.js'
import * as desk from './desk.js'
import { answerFigures, figuresQuery } from './figures.js'
import { done, nothing } from './nothing.js'
import { mostQuestionEvents, questionEvent } from './question-events.js'
import * as tickets from './tickets.js'

/** A call from the front office to the back office. Always POST with a JSON body, so that nothing personal is in an address. */
export interface InternalCall<Request extends z.ZodType, Response extends z.ZodType> {
  path: string
  request: Request
  response: Response
  /** True when the call needs a desk session, sent as `x-desk-session`. */
  desk: boolean
}

const call = <Q extends z.ZodType, R extends z.ZodType>(path: string, request: Q, response: R): InternalCall<Q, R> => ({
  path: `/internal/${path}`,
  request,
  response,
  desk: path.startsWith('desk/') && path !== 'desk/sign-in',
})

const byNumber = z.object({ number: tickets.line(40) })

/** Every call between the two, written once and used by both. */
export const internalCalls = {
  createTicket: call('tickets/create', tickets.createTicketRequest, tickets.createTicketResponse),
  openTicket: call('tickets/open', tickets.openTicketRequest, tickets.openTicketResponse),
  viewTicket: call('tickets/view', tickets.viewTicketRequest, tickets.citizenTicket),
  replyTicket: call('tickets/reply', tickets.replyTicketRequest, tickets.citizenTicket),
  openLink: call('links/open', tickets.openLinkRequest, tickets.linkedForwarding),
  actOnLink: call('links/act', tickets.actOnLinkRequest, tickets.linkedForwarding),
  /** The draft that a signed address shows, as the index would hold it; null when the address is no longer good. */
  readPreview: call(
    'preview',
    /** `ente`: code of the Ente under whose address it is opened, which is the only one that shows it. */
    z.object({ token: z.string().max(300), ente: z.string().max(40) }),
    z.object({ page: z.record(z.string(), z.unknown()).nullable() }),
  ),
  /** What was asked and what became of it. Sent again it changes nothing. */
  recordQuestions: call('questions/record', z.object({ events: z.array(questionEvent).max(mostQuestionEvents) }), done),
  signIn: call('desk/sign-in', desk.signInRequest, desk.signInResponse),
  signOut: call('desk/sign-out', nothing, done),
  whoAmI: call('desk/me', nothing, desk.deskUser),
  listTickets: call('desk/tickets/list', desk.ticketQuery, desk.ticketList),
  readTicket: call('desk/tickets/read', byNumber, desk.deskTicket),
  moveTicket: call('desk/tickets/move', byNumber.extend(desk.moveTicketRequest.shape), desk.deskTicket),
  forwardTicket: call('desk/tickets/forward', byNumber.extend(desk.forwardTicketRequest.shape), desk.deskTicket),
  draftFromTicket: call('desk/tickets/draft', byNumber, desk.deskTicket),
  listDeliveries: call('desk/deliveries/list', desk.deliveryQuery, desk.deliveryList),
  readDelivery: call('desk/deliveries/read', z.object({ id: tickets.line(64) }), desk.deliveryDetail),
  retryDelivery: call('desk/deliveries/retry', z.object({ id: tickets.line(64) }), desk.deliveryDetail),
  readFigures: call('desk/figures', figuresQuery, answerFigures),
  listEnti: call('desk/enti', nothing, z.array(desk.deskEnte)),
  apiConsumers: call('api-consumers', nothing, z.array(apiConsumer)),
} as const

export type InternalCallName = keyof typeof internalCalls
export type InternalRequest<N extends InternalCallName> = z.input<(typeof internalCalls)[N]['request']>
export type InternalResponse<N extends InternalCallName> = z.infer<(typeof internalCalls)[N]['response']>

/** What every refusal looks like, on `/internal/*` and on `/api/*`. */
export const faultResponse = z.object({
  error: z.object({
    code: z.enum(errorCodes),
    /** For the person who reads it, where people may: on `/api/*`. */
    message: z.string().optional(),
    fields: z.record(z.string(), z.enum(fieldFaults)).optional(),
    retryAfterS: z.number().optional(),
  }),
})
export type FaultResponse = z.infer<typeof faultResponse>

export const internalHeaders = {
  token: 'x-internal-token',
  deskSession: 'x-desk-session',
  clientAddress: 'x-client-address',
  requestId: 'x-request-id',
} as const
