// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import type {
  AttemptOutcome,
  DeliveryChannel,
  DeliveryState,
  ForwardingState,
  Locale,
  messageAuthors,
  ModelKind,
  Outcome,
  ProposalState,
  SuggestionState,
  TicketState,
  Verdict,
} from '@linea-comune/config'
import type { EntryTexts } from './lexicon/entry'
import type { VersionContent } from './models/model-content'

/** Rows of the tables that people do not edit. Instants are ISO strings in UTC. */
export interface TicketRow {
  number: string
  submissionId: string
  /** Hash of what was sent, to tell the same form sent twice from another one under the same id. */
  submissionHash: string
  enteCode: string
  locale: Locale
  state: TicketState
  /** Grows by one at each change. */
  version: number
  citizenName: string
  citizenEmail: string | null
  citizenPhone: string | null
  secretHash: string
  codeHash: string
  questionId: string | null
  openedAt: string
  changedAt: string
}

export type MessageAuthor = (typeof messageAuthors)[number]

export interface TicketMessageRow {
  ticketNumber: string
  submissionId: string
  author: MessageAuthor
  visibility: 'public' | 'internal'
  signature: string
  text: string
  sources: string[]
  at: string
}

interface TicketEventRow {
  eventId: string
  ticketNumber: string
  type: string
  actor: string
  data: Record<string, unknown>
  at: string
}

export interface ForwardingRow {
  forwardingId: string
  ticketNumber: string
  enteCode: string
  officeDocumentId: string
  officeName: string
  state: ForwardingState
  note: string | null
  tokenHash: string
  at: string
  expiresAt: string
}

export interface EmailPayload {
  to: { name: string; address: string }
  subject: string
  text: string
  html: string
}
export interface WebhookPayload {
  /** The exact bytes to be signed and sent. */
  body: string
}

export interface DeliveryRow {
  deliveryId: string
  /** The event it tells of: the id a receiver sees, the same on every attempt. */
  eventId: string
  event: string
  /** Empty for mail that is about no ticket, such as an invitation. */
  ticketNumber: string
  forwardingId: string | null
  /** Deliveries of one stream leave in the order of `seq`. */
  stream: string
  seq: number
  channel: DeliveryChannel
  destination: string
  subject: string
  /** Empty once it was sent. */
  payload: EmailPayload | WebhookPayload | Record<string, never>
  state: DeliveryState
  attempts: number
  configurationFailures: number
  nextAt: string
  leaseUntil: string | null
  worker: string | null
  createdOn: string
}

interface DeliveryAttemptRow {
  deliveryId: string
  outcome: AttemptOutcome
  detail: string
  tookMs: number
  worker: string
  at: string
}

interface DeskSessionRow {
  tokenHash: string
  userId: number
  /** Hash of the password's own hash: a new password ends every session. */
  passwordMark: string
  startedAt: string
  usedAt: string
}

export interface IndexJobRow {
  /** Kind of record, as in the index. */
  kind: string
  /** documentId of the record. */
  target: string
  doneAt: string | null
  /** Not tried before this instant: a job that failed waits, longer each time. */
  leaseUntil: string | null
  attempts: number
  lastError: string | null
}

/** Wrong codes typed for a ticket number, whether there is such a ticket or not. */
interface CodeAttemptRow {
  number: string
  failures: number
  lastAt: string
}

/** Written once, when a model is published; never changed (models/keep-versions.ts). */
export interface ModelVersionRow {
  /** documentId of the model. */
  modelId: string
  kind: ModelKind
  version: number
  content: VersionContent
  /** What changed, in the words of who published it. */
  note: string | null
  publishedOn: string
  publishedBy: string | null
}

export interface ModelProposalRow {
  proposalId: string
  kind: ModelKind
  modelId: string
  fromVersion: number
  toVersion: number
  /** Null is the federation. */
  enteCode: string | null
  /** documentId of the sheet or FAQ that follows the model. */
  target: string
  state: ProposalState
  reason: string | null
  decidedBy: string | null
  decidedOn: string | null
  createdOn: string
}

export interface ModelSuggestionRow {
  suggestionId: string
  kind: ModelKind
  /** documentId of the sheet or FAQ it was taken from, as it was then. */
  source: string
  enteCode: string
  content: VersionContent
  note: string
  state: SuggestionState
  reason: string | null
  suggestedBy: string
  decidedBy: string | null
  modelId: string | null
  createdOn: string
  decidedOn: string | null
}

interface LexiconChangeRow {
  /** documentId of the entry. */
  entryId: string
  enteCode: string | null
  version: number
  /** Null when the entry was new. */
  before: EntryTexts | null
  /** Null when it was deleted. */
  after: EntryTexts | null
  /** Null for a command or an import. */
  by: string | null
  at: string
}

/** Somebody who reads the content API with a key. Only the key's hash is known here. */
export interface ApiConsumerRow {
  name: string
  email: string
  keyHash: string
  perMinute: number
  active: boolean
}

/** A question that was asked, without anything that tells who asked it. */
export interface QuestionRecordRow {
  questionId: string
  enteCode: string
  locale: Locale
  text: string
  outcome: Outcome
  degraded: boolean
  /** Ids in the index of the likeliest documents, best first. */
  ranked: string[]
  /** Estimated probability that the first of them answers, and that one of the three does. */
  first: number
  three: number
  /** The same for questions that ask the same thing. */
  matter: string
  /** Names of need and topic; empty when unknown. */
  need: string
  topic: string
  outOfScope: boolean
  /** Monday of the week in which it was asked, such as 2026-11-23, in Rome. */
  week: string
  askedOn: string
  /** documentId of the shown text that was opened last. */
  opened: string | null
  openedOn: string | null
  verdict: Verdict | null
  judgedOn: string | null
  /** When the same person wrote a request all the same. */
  wroteOn: string | null
}

/** An Ente will write nothing on this matter. */
interface GapDecisionRow {
  enteCode: string
  matter: string
  reason: string
  decidedBy: string
  decidedOn: string
}

/** Written whenever an Ente's thresholds move: when, and on how much evidence. */
interface CalibrationRow {
  enteCode: string
  answer: number
  choice: number
  judgedFirst: number
  judgedThree: number
  calibratedOn: string
}

interface SettingRow {
  key: string
  value: unknown
}

interface Rows {
  ticket: TicketRow
  'ticket-message': TicketMessageRow
  'ticket-event': TicketEventRow
  forwarding: ForwardingRow
  delivery: DeliveryRow
  'delivery-attempt': DeliveryAttemptRow
  'desk-session': DeskSessionRow
  'code-attempt': CodeAttemptRow
  'index-job': IndexJobRow
  'model-version': ModelVersionRow
  'model-proposal': ModelProposalRow
  'model-suggestion': ModelSuggestionRow
  'question-record': QuestionRecordRow
  'gap-decision': GapDecisionRow
  calibration: CalibrationRow
  'lexicon-change': LexiconChangeRow
  setting: SettingRow
  'api-consumer': ApiConsumerRow
  counter: { name: string; value: number }
}

export type Stored<R> = R & { id: number }
type Condition<V> =
  | V
  | {
      $in?: V[]
      $ne?: V | null
      $lt?: V
      $lte?: V
      $gt?: V
      $null?: boolean
      $notNull?: boolean
      $containsi?: string
      $startsWith?: string
      $notIn?: V[]
    }
export type Where<R> = { [K in keyof Stored<R>]?: Condition<Stored<R>[K]> } & { $or?: Where<R>[]; $and?: Where<R>[] }
type Order<R> = Partial<Record<keyof Stored<R>, 'asc' | 'desc'>>

export interface Table<R> {
  findOne(query: { where: Where<R>; orderBy?: Order<R> }): Promise<Stored<R> | null>
  findMany(query: {
    where?: Where<R>
    orderBy?: Order<R> | Order<R>[]
    limit?: number
    offset?: number
    select?: (keyof Stored<R>)[]
  }): Promise<Stored<R>[]>
  count(query?: { where?: Where<R> }): Promise<number>
  create(query: { data: R }): Promise<Stored<R>>
  createMany(query: { data: R[] }): Promise<{ count: number }>
  updateMany(query: { where: Where<R>; data: Partial<R> }): Promise<{ count: number }>
  deleteMany(query: { where: Where<R> }): Promise<{ count: number }>
}

/** A table of ours. Inside `strapi.db.transaction` every call joins the transaction. */
export const table = <K extends keyof Rows>(strapi: Core.Strapi, name: K): Table<Rows[K]> =>
  // Strapi types rows by generated schemas, with every column optional; these rows are written by our code alone.
  strapi.db.query(`api::${name}.${name}`)
