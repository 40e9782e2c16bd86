// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto'
import type { Core } from '@strapi/strapi'
import { composeEmail } from '../delivery/emails/layout'
import { queueDeliveries } from '../delivery/queue-deliveries'

interface StrapiMail {
  to: string
  subject?: string
  text?: string
  html?: string
}

const toText = (mail: StrapiMail): string =>
  mail.text ??
  (mail.html ?? '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/[ \t]+/g, ' ')
    .trim()

/**
 * Strapi's own mail (invitations, forgotten passwords) goes into the outbox like every other and leaves by the same door:
 * replacing the provider here keeps its stock transport from ever being opened.
 */
export const sendThroughOutbox = (strapi: Core.Strapi): void => {
  const provider = {
    send: async (mail: StrapiMail): Promise<void> => {
      const id = randomUUID()
      const email = composeEmail({ name: '', address: mail.to }, mail.subject ?? '', 'it', [toText(mail)])
      await strapi.db.transaction(async () => {
        await queueDeliveries(strapi, { eventId: id, ticketNumber: '', at: new Date().toISOString() }, [
          { channel: 'email', event: 'account.mail', stream: `account:${id}`, email },
        ])
      })
    },
  }
  ;(strapi.plugin('email') as unknown as { provider: typeof provider }).provider = provider
}
