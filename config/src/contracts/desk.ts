// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { confirmedQuestionLimits } from '../confirmed-question.js'
import { attemptOutcomes, deliveryChannels, deliveryStates } from '../delivery-lifecycle.js'
import { forwardingStates } from '../forwarding-lifecycle.js'
import { locales } from '../locales.js'
import { deskPermissions } from '../roles.js'
import { ticketStates } from '../ticket-lifecycle.js'
import { line, message, messageAuthors } from './tickets.js'

export const signInRequest = z.object({ email: line(254).pipe(z.string().min(1)), password: z.string().min(1).max(200) })

export const deskUser = z.object({
  name: z.string(),
  email: z.string(),
  role: z.string(),
  permissions: z.array(z.enum(deskPermissions)),
  /** Codes of the Enti the person belongs to; empty for the centre's own people. */
  enti: z.array(z.string()),
})
export type DeskUser = z.infer<typeof deskUser>

export const signInResponse = z.object({ session: z.string(), user: deskUser })

export const ticketSummary = z.object({
  number: z.string(),
  ente: z.object({ code: z.string(), slug: z.string(), name: z.string() }),
  state: z.enum(ticketStates),
  /** First words of the first message. */
  excerpt: z.string(),
  citizenName: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
})
export type TicketSummary = z.infer<typeof ticketSummary>

export const ticketQuery = z.object({
  state: z.enum([...ticketStates, 'open', 'all']).default('open'),
  ente: line(80).optional(),
  q: line(200).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
})
export type TicketQuery = z.infer<typeof ticketQuery>

export const ticketList = z.object({
  tickets: z.array(ticketSummary),
  total: z.number(),
  page: z.number(),
  pageSize: z.number(),
  /** How many tickets of this person's queue are in each state, whatever the filter. */
  counts: z.record(z.string(), z.number()),
})

export const deskMessage = z.object({
  id: z.string(),
  author: z.enum(messageAuthors),
  visibility: z.enum(['public', 'internal']),
  signature: z.string(),
  text: z.string(),
  at: z.string(),
})

export const deskForwarding = z.object({
  id: z.string(),
  ente: z.object({ code: z.string(), name: z.string() }),
  office: z.string(),
  state: z.enum(forwardingStates),
  note: z.string(),
  at: z.string(),
  expiresAt: z.string(),
})

export const deskDelivery = z.object({
  id: z.string(),
  channel: z.enum(deliveryChannels),
  state: z.enum(deliveryStates),
  /** What the message is about, in the words of the event: `ticket.received`, `request.forwarded`… */
  event: z.string(),
  ticketNumber: z.string(),
  destination: z.string(),
  subject: z.string(),
  attempts: z.number(),
  nextAttemptAt: z.string().nullable(),
  createdAt: z.string(),
})
export type DeskDelivery = z.infer<typeof deskDelivery>

export const deliveryDetail = deskDelivery.extend({
  /** The message itself, only while mail is captured in files, and never mail about accounts: a link in it would open them. */
  body: z.string().nullable(),
  history: z.array(z.object({ at: z.string(), outcome: z.enum(attemptOutcomes), detail: z.string(), tookMs: z.number() })),
})
export const deliveryQuery = z.object({
  state: z.enum([...deliveryStates, 'all']).default('all'),
  ticket: line(40).optional(),
  page: z.coerce.number().int().min(1).max(10_000).default(1),
})
export const deliveryList = z.object({
  deliveries: z.array(deskDelivery),
  total: z.number(),
  page: z.number(),
  pageSize: z.number(),
  /** True while no mail server is configured and messages are files. */
  captured: z.boolean(),
})

/** Moves an operator asks for by name; what is possible now comes with the ticket. */
export const deskMoves = ['take', 'answer', 'askCitizen', 'note', 'close', 'reopen'] as const
export type DeskMove = (typeof deskMoves)[number]

export const deskTicket = ticketSummary.extend({
  /** Grows by one at each change; a write carries the one it read. */
  version: z.number(),
  locale: z.enum(locales),
  citizen: z.object({ name: z.string(), email: z.string().nullable(), phone: z.string().nullable() }),
  messages: z.array(deskMessage),
  forwardings: z.array(deskForwarding),
  deliveries: z.array(deskDelivery),
  events: z.array(z.object({ at: z.string(), type: z.string(), actor: z.string() })),
  moves: z.array(z.enum(deskMoves)),
  mayForward: z.boolean(),
  /** documentId of the FAQ that was drafted from this ticket. */
  draftedFaq: z.string().nullable(),
  mayDraftFaq: z.boolean(),
  /** What the citizen asked, as far as a sentence says it; in full, for the person who reads the ticket anyway. */
  question: z.string(),
  /** The person may have the question remembered with the text that answers it. */
  mayRemember: z.boolean(),
})
export type DeskTicket = z.infer<typeof deskTicket>

export const moveTicketRequest = z.object({
  version: z.number().int(),
  move: z.enum(deskMoves),
  /** Needed by `answer`, `askCitizen` and `note`. */
  text: message.optional(),
  /** Ids of the sheets or FAQs the answer was taken from. */
  sources: z.array(line(120)).max(5).default([]),
  /** With `answer` from one source: the question that it answers, for all who ask nearly the same. */
  remember: line(confirmedQuestionLimits.question).pipe(z.string().min(1)).optional(),
})

export const forwardTicketRequest = z.object({
  version: z.number().int(),
  /** documentId of an office. */
  office: line(64).pipe(z.string().min(1)),
  note: message.optional(),
})

export const deskEnte = z.object({
  code: z.string(),
  slug: z.string(),
  name: z.string(),
  offices: z.array(
    z.object({ id: z.string(), name: z.string(), channel: z.enum(deliveryChannels).nullable(), destination: z.string().nullable() }),
  ),
})
export type DeskEnte = z.infer<typeof deskEnte>
