// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHmac } from 'node:crypto'

/** Headers of Standard Webhooks 1.0. The id is the event's and the same on every attempt, so a receiver can drop repetitions. */
export const webhookHeaders = (secret: string, eventId: string, body: string, now: Date): Record<string, string> => {
  const timestamp = String(Math.floor(now.getTime() / 1000))
  const key = Buffer.from(secret.replace(/^whsec_/, ''), 'base64')
  const signature = createHmac('sha256', key).update(`${eventId}.${timestamp}.${body}`).digest('base64')
  return { 'webhook-id': eventId, 'webhook-timestamp': timestamp, 'webhook-signature': `v1,${signature}` }
}
