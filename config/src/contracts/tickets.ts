// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import { locales } from '../locales.js'
import { ticketStates } from '../ticket-lifecycle.js'
import { forwardingStates, linkActions } from '../forwarding-lifecycle.js'

/** Everything Unicode calls a control character but tab and line feed: none of them belongs in mail or logs. */
const controls = /[^\P{Cc}\t\n]/gu

const cleanText = (text: string): string => text.replace(/\r\n?/g, '\n').replace(controls, '').trim()

/** What a person writes: no control characters but line breaks and tabs, so that it can go into mail and logs. */
const written = (max: number) => z.string().transform(cleanText).pipe(z.string().max(max))

/** One line of text without control characters. */
export const line = (max: number) => written(max).transform((text) => text.replace(/\s+/g, ' '))
const optionalLine = (max: number) =>
  line(max)
    .optional()
    .transform((text) => (text === '' ? undefined : text))

export const messageMaxLength = 5000
export const message = written(messageMaxLength).pipe(z.string().min(1))

/** One per filled-in form: sending the form again with the same id gives the same ticket. */
const submissionId = z.uuid()

export const createTicketRequest = z.object({
  submissionId,
  ente: line(80).pipe(z.string().min(1)),
  locale: z.enum(locales),
  text: message,
  name: line(120).pipe(z.string().min(1)),
  email: optionalLine(254).pipe(z.email().optional()),
  phone: optionalLine(40).pipe(
    z
      .string()
      .regex(/^\+?[\d\s./()-]{5,40}$/)
      .optional(),
  ),
  privacy: z.literal(true),
  /** The question that found no answer, when the person came from one. */
  questionId: line(64).optional(),
})
export type CreateTicketRequest = z.infer<typeof createTicketRequest>

export const createTicketResponse = z.object({
  number: z.string(),
  /** 128 bits, base64url: goes into the fragment of the citizen's link. Only its hash is stored. */
  secret: z.string(),
  /** Eight characters without look-alikes, for those who type it into a form. */
  code: z.string(),
  createdAt: z.string(),
  /** Where the confirmation was sent; null when the citizen left no e-mail. */
  email: z.string().nullable(),
})
export type CreateTicketResponse = z.infer<typeof createTicketResponse>

export const openTicketRequest = z.object({
  number: line(40),
  key: z.union([z.object({ secret: line(100).pipe(z.string().min(1)) }), z.object({ code: line(40) })]),
})

export const messageAuthors = ['citizen', 'desk', 'ente'] as const

export const citizenMessage = z.object({
  id: z.string(),
  author: z.enum(messageAuthors),
  /** Who signs: the Ente's office, the desk; empty for the citizen. */
  signature: z.string(),
  text: z.string(),
  at: z.string(),
})

/** What the citizen may see of a ticket: never internal notes, never other Enti's dealings. */
export const citizenTicket = z.object({
  number: z.string(),
  ente: z.object({ code: z.string(), slug: z.string(), name: z.string() }),
  locale: z.enum(locales),
  state: z.enum(ticketStates),
  createdAt: z.string(),
  updatedAt: z.string(),
  /** Where it was forwarded, when it was. */
  forwardedTo: z.array(z.string()),
  messages: z.array(citizenMessage),
  mayReply: z.boolean(),
})
export type CitizenTicket = z.infer<typeof citizenTicket>

export const openTicketResponse = z.object({
  /** Signed by the back office, valid two hours; the front office keeps it in an httpOnly cookie. */
  grant: z.string(),
  ticket: citizenTicket,
})
export const viewTicketRequest = z.object({ grant: line(400) })
export const replyTicketRequest = z.object({ grant: line(400), submissionId, text: message })

/** What an Ente sees through its signed link. */
export const linkedForwarding = z.object({
  ticketNumber: z.string(),
  ente: z.object({ code: z.string(), slug: z.string(), name: z.string() }),
  office: z.string(),
  state: z.enum(forwardingStates),
  note: z.string(),
  citizenName: z.string(),
  messages: z.array(citizenMessage),
  actions: z.array(z.enum(linkActions)),
  expiresAt: z.string(),
})
export type LinkedForwarding = z.infer<typeof linkedForwarding>

export const openLinkRequest = z.object({ token: line(300).pipe(z.string().min(1)) })
export const actOnLinkRequest = z.object({
  token: line(300).pipe(z.string().min(1)),
  action: z.enum(linkActions),
  text: written(messageMaxLength).default(''),
  /** Who answers for the Ente, by name. */
  signature: line(120).default(''),
})
