// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { DomainError, type DeskDelivery, type deliveryDetail, type deliveryQuery } from '@linea-comune/config'
import type { z } from 'zod'
import { isMailCaptured } from '../outbound/mail'
import { table, type DeliveryRow, type Stored } from '../rows'
import { wakeDeliveryWorker } from '../workers/wake'

const pageSize = 50

export const presentDelivery = (delivery: Stored<DeliveryRow>): DeskDelivery => ({
  id: delivery.deliveryId,
  channel: delivery.channel,
  state: delivery.state,
  event: delivery.event,
  ticketNumber: delivery.ticketNumber,
  destination: delivery.destination,
  subject: delivery.subject,
  attempts: delivery.attempts,
  nextAttemptAt: delivery.state === 'queued' ? delivery.nextAt : null,
  createdAt: delivery.createdOn,
})

export const listDeliveries = async (strapi: Core.Strapi, query: z.infer<typeof deliveryQuery>) => {
  const where = {
    ...(query.state !== 'all' && { state: query.state }),
    ...(query.ticket !== undefined && query.ticket !== '' && { ticketNumber: query.ticket }),
  }
  const deliveries = table(strapi, 'delivery')
  const rows = await deliveries.findMany({ where, orderBy: { id: 'desc' }, limit: pageSize, offset: (query.page - 1) * pageSize })
  return {
    deliveries: rows.map(presentDelivery),
    total: await deliveries.count({ where }),
    page: query.page,
    pageSize,
    captured: isMailCaptured(),
  }
}

const findDelivery = async (strapi: Core.Strapi, deliveryId: string): Promise<Stored<DeliveryRow>> => {
  const delivery = await table(strapi, 'delivery').findOne({ where: { deliveryId } })
  if (delivery === null) throw new DomainError('not-found')
  return delivery
}

export const readDelivery = async (strapi: Core.Strapi, deliveryId: string): Promise<z.infer<typeof deliveryDetail>> => {
  const delivery = await findDelivery(strapi, deliveryId)
  const attempts = await table(strapi, 'delivery-attempt').findMany({ where: { deliveryId }, orderBy: { id: 'asc' } })
  return {
    ...presentDelivery(delivery),
    body: isMailCaptured() && delivery.ticketNumber !== '' && 'text' in delivery.payload ? delivery.payload.text : null,
    history: attempts.map(({ at, outcome, detail, tookMs }) => ({ at, outcome, detail, tookMs })),
  }
}

/** Tries a waiting or dead message again now, under the id it always had. */
export const retryDelivery = async (strapi: Core.Strapi, deliveryId: string): Promise<z.infer<typeof deliveryDetail>> => {
  const delivery = await findDelivery(strapi, deliveryId)
  const { count } = await table(strapi, 'delivery').updateMany({
    where: { id: delivery.id, state: { $in: ['queued', 'dead'] } },
    data: { state: 'queued', nextAt: new Date().toISOString() },
  })
  if (count !== 1) throw new DomainError('move-not-possible')
  wakeDeliveryWorker()
  return readDelivery(strapi, deliveryId)
}
