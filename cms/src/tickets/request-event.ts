// SPDX-License-Identifier: AGPL-3.0-or-later

interface RequestFacts {
  ticket: string
  forwarding: string
  publicUrl: string
  /** Signed link for the people of the office; only in the event that creates the forwarding. */
  link?: string
}

/**
 * Body of a webhook: thin on purpose. Ids and links, no personal data; whoever may read the rest opens the link.
 * Format: Standard Webhooks, type and data in snake case.
 */
export const requestEvent = (type: string, eventId: string, facts: RequestFacts, at = new Date()): string =>
  JSON.stringify({
    type,
    timestamp: at.toISOString(),
    data: {
      event_id: eventId,
      ticket_number: facts.ticket,
      forwarding_id: facts.forwarding,
      origin: facts.publicUrl,
      ...(facts.link !== undefined && { link: facts.link }),
    },
  })
