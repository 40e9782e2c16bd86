// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { afterForwardingMove, nextAttemptInMs, type ForwardingMove } from '@linea-comune/config'
import { isMailCaptured, type CallResult } from '../outbound/mail'
import { table, type DeliveryRow, type Stored } from '../rows'
import { recordEvent } from '../tickets/change-ticket'
import { workerName } from './claim'

const jitter = 0.2

/** Writes down how an attempt ended and what follows from it: state, next time, the forwarding's own life. All or nothing. */
export const settleAttempt = async (
  strapi: Core.Strapi,
  delivery: Stored<DeliveryRow>,
  result: CallResult,
  tookMs: number,
  now = new Date(),
): Promise<void> => {
  await strapi.db.transaction(async () => {
    const after = afterAttempt(delivery, result, now)
    const sent = after.state === 'accepted' && !isMailCaptured()
    const { count } = await table(strapi, 'delivery').updateMany({
      // The number of attempts is the fence: this worker may have taken the message again since.
      where: { id: delivery.id, state: 'leased', worker: workerName, attempts: delivery.attempts },
      // What was sent is not kept: it holds the citizen's link and words, and nobody needs it any more.
      data: { ...after, worker: null, leaseUntil: null, ...(sent && { payload: {} }) },
    })
    await table(strapi, 'delivery-attempt').create({
      data: {
        deliveryId: delivery.deliveryId,
        outcome: result.outcome,
        detail: result.detail,
        tookMs,
        worker: workerName,
        at: now.toISOString(),
      },
    })
    // Somebody else holds the message by now (the lease had ended): the attempt is on record, its effects are theirs.
    if (count !== 1) return
    if (after.state === 'accepted') await moveForwarding(strapi, delivery, 'deliver')
    if (after.state === 'dead') {
      await moveForwarding(strapi, delivery, 'giveUp')
      if (delivery.ticketNumber !== '')
        await recordEvent(
          strapi,
          delivery.ticketNumber,
          { event: 'ticket.undeliverable', actor: 'sistema', data: { deliveryId: delivery.deliveryId, detail: result.detail } },
          now.toISOString(),
        )
    }
  })
}

const afterAttempt = (
  delivery: Pick<DeliveryRow, 'attempts' | 'configurationFailures'>,
  result: CallResult,
  now: Date,
): Pick<DeliveryRow, 'state' | 'configurationFailures'> & Partial<Pick<DeliveryRow, 'nextAt'>> => {
  const configurationFailures = delivery.configurationFailures + (result.outcome === 'configuration' ? 1 : 0)
  if (result.outcome === 'accepted') return { state: 'accepted', configurationFailures }
  const waitMs = nextAttemptInMs(result.outcome, result.outcome === 'configuration' ? configurationFailures : delivery.attempts)
  if (waitMs === null) return { state: 'dead', configurationFailures }
  // Spread, so that what failed together does not come back together.
  const spreadMs = waitMs * (1 + jitter * (2 * Math.random() - 1))
  return { state: 'queued', configurationFailures, nextAt: new Date(now.getTime() + spreadMs).toISOString() }
}

const moveForwarding = async (strapi: Core.Strapi, delivery: DeliveryRow, move: ForwardingMove): Promise<void> => {
  if (delivery.forwardingId === null || delivery.event !== 'request.forwarded') return
  const forwarding = await table(strapi, 'forwarding').findOne({ where: { forwardingId: delivery.forwardingId } })
  const state = forwarding === null ? null : afterForwardingMove(forwarding.state, move)
  // An answer may have come back before the receipt: it stands.
  if (forwarding === null || state === null) return
  await table(strapi, 'forwarding').updateMany({ where: { id: forwarding.id, state: forwarding.state }, data: { state } })
}
