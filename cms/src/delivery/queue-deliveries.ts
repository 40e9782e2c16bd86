// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto'
import type { Core } from '@strapi/strapi'
import { table, type EmailPayload, type WebhookPayload } from '../rows'
import { wakeDeliveryWorker } from '../workers/wake'

interface Common {
  /** What it tells: `ticket.received`, `request.forwarded`… */
  event: string
  /** Messages of one stream leave in order: one stream per ticket and receiver. */
  stream: string
  forwardingId?: string
}

export type NewDelivery =
  | (Common & { channel: 'email'; email: EmailPayload })
  /** `body` is built from the event's id, so that it can name it. */
  | (Common & { channel: 'webhook'; url: string; body: (eventId: string) => string })

const toColumns = (
  delivery: NewDelivery,
  eventId: string,
): { destination: string; subject: string; payload: EmailPayload | WebhookPayload } =>
  delivery.channel === 'email'
    ? { destination: delivery.email.to.address, subject: delivery.email.subject, payload: delivery.email }
    : { destination: delivery.url, subject: delivery.event, payload: { body: delivery.body(eventId) } }

/** Puts messages in the outbox, in the transaction of the event they tell of. Nothing is sent from here. */
export const queueDeliveries = async (
  strapi: Core.Strapi,
  origin: { eventId: string; ticketNumber: string; at: string },
  deliveries: readonly NewDelivery[],
): Promise<void> => {
  const rows = table(strapi, 'delivery')
  for (const delivery of deliveries) {
    const last = await rows.findOne({ where: { stream: delivery.stream }, orderBy: { seq: 'desc' } })
    await rows.create({
      data: {
        deliveryId: randomUUID(),
        eventId: origin.eventId,
        event: delivery.event,
        ticketNumber: origin.ticketNumber,
        forwardingId: delivery.forwardingId ?? null,
        stream: delivery.stream,
        seq: (last?.seq ?? 0) + 1,
        channel: delivery.channel,
        ...toColumns(delivery, origin.eventId),
        state: 'queued',
        attempts: 0,
        configurationFailures: 0,
        nextAt: origin.at,
        leaseUntil: null,
        worker: null,
        createdOn: origin.at,
      },
    })
  }
  if (deliveries.length > 0) await wakeAfterCommit(strapi)
}

/** A worker that looks before the commit sees nothing, and would look again only when its pause ends. */
const wakeAfterCommit = async (strapi: Core.Strapi): Promise<void> => {
  await strapi.db.transaction(({ onCommit }) => {
    // Strapi leaves the type of this callback open.
    ;(onCommit as (work: () => void) => void)(wakeDeliveryWorker)
  })
}
