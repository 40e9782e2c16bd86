// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { closeHttp } from '../outbound/http'
import { closeMail, mailConnections } from '../outbound/mail'
import type { DeliveryRow, Stored } from '../rows'
import { startWorker, type Worker } from '../workers/worker'
import { claimDeliveries, releaseLostLeases } from './claim'
import { send } from './send'
import { settleAttempt } from './settle'
import { wakeDeliveryWorker } from '../workers/wake'

const atOnce = mailConnections
const lookEveryMs = 1000
const sweepEveryMs = 10_000

/** Sends what lies in the outbox: at least once, the same id on every attempt, in order within a stream. */
export const startDeliveryWorker = (strapi: Core.Strapi): Worker => {
  const underWay = new Set<Promise<void>>()
  let sweptAt = 0

  const deliver = async (delivery: Stored<DeliveryRow>): Promise<void> => {
    const startedAt = Date.now()
    const result = await send(strapi, delivery)
    await settleAttempt(strapi, delivery, result, Date.now() - startedAt)
  }

  const look = async (): Promise<boolean> => {
    if (Date.now() - sweptAt > sweepEveryMs) {
      await releaseLostLeases(strapi)
      sweptAt = Date.now()
    }
    if (underWay.size >= atOnce) {
      await Promise.race(underWay)
      return true
    }
    const claimed = await claimDeliveries(strapi, atOnce - underWay.size)
    for (const delivery of claimed) {
      const work: Promise<void> = deliver(delivery)
        .catch((error: unknown) => {
          // The lease ends by itself and the message is tried again.
          strapi.log.error(`delivery ${delivery.deliveryId}: ${String(error)}`)
        })
        .finally(() => {
          underWay.delete(work)
          wakeDeliveryWorker()
        })
      underWay.add(work)
    }
    return claimed.length > 0
  }

  const worker = startWorker({
    wakeOn: 'delivery',
    everyMs: lookEveryMs,
    look,
    onError: (error) => strapi.log.error(`delivery worker: ${String(error)}`),
  })
  return {
    stop: async () => {
      await worker.stop()
      await Promise.all(underWay)
      closeMail()
      await closeHttp()
    },
  }
}
