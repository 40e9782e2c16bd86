// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import type { AttemptOutcome, DeliveryChannel } from '@linea-comune/config'
import { httpTimeoutMs, postJson, type HttpResult } from '../outbound/http'
import { mailTimeoutMs, sendMail, type CallResult } from '../outbound/mail'
import { table, type DeliveryRow, type EmailPayload, type Stored, type WebhookPayload } from '../rows'
import { webhookHeaders } from './sign-webhook'

/** A lease lasts twice the longest conversation: it never ends while a message may still be on its way. */
export const leaseMs: Record<DeliveryChannel, number> = { email: 2 * mailTimeoutMs, webhook: 2 * httpTimeoutMs }

const senders: Record<DeliveryChannel, (strapi: Core.Strapi, delivery: Stored<DeliveryRow>) => Promise<CallResult>> = {
  email: (_strapi, delivery) => sendMail({ ...delivery, email: delivery.payload as EmailPayload }),
  webhook: async (strapi, delivery) => {
    const secret = await secretFor(strapi, delivery)
    if (secret === null) return { outcome: 'configuration', detail: 'the Ente has no webhook secret' }
    const { body } = delivery.payload as WebhookPayload
    return toCallResult(await postJson(delivery.destination, body, webhookHeaders(secret, delivery.eventId, body, new Date())))
  },
}

export const send = (strapi: Core.Strapi, delivery: Stored<DeliveryRow>): Promise<CallResult> => senders[delivery.channel](strapi, delivery)

/** Read at each attempt, so that a secret that was changed counts from the next one. */
const secretFor = async (strapi: Core.Strapi, delivery: DeliveryRow): Promise<string | null> => {
  const forwarding = await table(strapi, 'forwarding').findOne({ where: { forwardingId: delivery.forwardingId ?? '' } })
  if (forwarding === null) return null
  const ente = (await strapi.db.query('api::ente.ente').findOne({ where: { code: forwarding.enteCode } })) as {
    webhookSecret: string | null
  } | null
  return ente?.webhookSecret ?? null
}

const retryStatuses: ReadonlySet<number> = new Set([408, 425, 429])

/** 2xx is done; what the receiver's people must mend is tried slowly; the rest is tried again on the usual schedule. */
const outcomeOfStatus = (status: number): AttemptOutcome => {
  if (status >= 200 && status < 300) return 'accepted'
  if (status === 410) return 'refused'
  return status >= 500 || retryStatuses.has(status) ? 'retry' : 'configuration'
}

const toCallResult = (result: HttpResult): CallResult => {
  if (result.ok) return { outcome: outcomeOfStatus(result.status), detail: `HTTP ${String(result.status)} ${result.excerpt}`.trim() }
  const outcome = result.reason === 'timeout' || result.reason === 'unreachable' ? 'retry' : 'configuration'
  return { outcome, detail: `${result.reason}: ${result.detail}` }
}
