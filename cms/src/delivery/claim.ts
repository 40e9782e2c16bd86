// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { table, type DeliveryRow, type Stored } from '../rows'
import { newWorkerName, hasDied } from '../workers/worker-name'
import { leaseMs } from './send'

/** This process as a worker. */
export const workerName = newWorkerName()

/**
 * Takes messages that are due, at most `limit`, the head of each stream only. Compare-and-set on the state works alike
 * on SQLite and PostgreSQL and lets any number of workers share the table; each message goes to one of them.
 */
export const claimDeliveries = async (strapi: Core.Strapi, limit: number, now = new Date()): Promise<Stored<DeliveryRow>[]> => {
  const deliveries = table(strapi, 'delivery')
  const due = await deliveries.findMany({
    where: { state: 'queued', nextAt: { $lte: now.toISOString() } },
    orderBy: [{ nextAt: 'asc' }, { id: 'asc' }],
    limit: limit * 5,
  })
  const heads = await headsOfStreams(strapi, due)
  const claimed: Stored<DeliveryRow>[] = []
  for (const delivery of heads.slice(0, limit)) {
    const lease = {
      state: 'leased',
      worker: workerName,
      leaseUntil: new Date(now.getTime() + leaseMs[delivery.channel]).toISOString(),
    } as const
    const { count } = await deliveries.updateMany({
      where: { id: delivery.id, state: 'queued' },
      data: { ...lease, attempts: delivery.attempts + 1 },
    })
    if (count === 1) claimed.push({ ...delivery, ...lease, attempts: delivery.attempts + 1 })
  }
  return claimed
}

/** A message waits for every earlier one of its stream that may still leave. */
const headsOfStreams = async (strapi: Core.Strapi, due: Stored<DeliveryRow>[]): Promise<Stored<DeliveryRow>[]> => {
  if (due.length === 0) return []
  const waiting = await table(strapi, 'delivery').findMany({
    where: { stream: { $in: due.map((d) => d.stream) }, state: { $in: ['queued', 'leased'] } },
    select: ['stream', 'seq'],
  })
  const first = new Map<string, number>()
  for (const { stream, seq } of waiting) first.set(stream, Math.min(seq, first.get(stream) ?? seq))
  return due.filter((delivery) => delivery.seq === first.get(delivery.stream))
}

/** Gives back what a worker held that died: at once when it ran on this machine, when the lease ends otherwise. */
export const releaseLostLeases = async (strapi: Core.Strapi, now = new Date()): Promise<void> => {
  const leased = await table(strapi, 'delivery').findMany({ where: { state: 'leased' } })
  for (const delivery of leased) {
    const died = delivery.worker !== null && hasDied(delivery.worker)
    const expired = delivery.leaseUntil === null || delivery.leaseUntil < now.toISOString()
    if (!died && !expired) continue
    await table(strapi, 'delivery').updateMany({
      where: { id: delivery.id, state: 'leased', worker: delivery.worker },
      data: { state: 'queued', worker: null, leaseUntil: null },
    })
  }
}
