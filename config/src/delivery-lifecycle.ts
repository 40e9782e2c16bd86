// SPDX-License-Identifier: AGPL-3.0-or-later

/** One per message and destination. Every attempt is a row of its own. */
export const deliveryStates = ['queued', 'leased', 'accepted', 'dead', 'cancelled'] as const
export type DeliveryState = (typeof deliveryStates)[number]

export const deliveryChannels = ['email', 'webhook'] as const
export type DeliveryChannel = (typeof deliveryChannels)[number]

/** How an attempt ended. `configuration` is ours or the Ente's to mend and is tried again, slowly. */
export const attemptOutcomes = ['accepted', 'retry', 'configuration', 'refused'] as const
export type AttemptOutcome = (typeof attemptOutcomes)[number]

const minute = 60_000
const hour = 60 * minute

/** Waits after the n-th failed attempt: 22 tries over 160 h, longer than the longest Italian closure (114 h). */
const retryMs: readonly number[] = [
  10_000,
  minute,
  5 * minute,
  15 * minute,
  30 * minute,
  hour,
  2 * hour,
  4 * hour,
  8 * hour,
  ...Array<number>(12).fill(12 * hour),
]
/** A wrong certificate, address or password: slow tries over a week, since somebody may have to come back from a holiday to mend it. */
const configurationRetryMs: readonly number[] = [hour, 6 * hour, 17 * hour, ...Array<number>(6).fill(24 * hour)]

/**
 * Milliseconds until the next attempt, or null when the message is dead.
 * @param attempts how many attempts were made, this one included
 */
export const nextAttemptInMs = (outcome: Exclude<AttemptOutcome, 'accepted'>, attempts: number): number | null => {
  if (outcome === 'refused') return null
  return (outcome === 'configuration' ? configurationRetryMs : retryMs)[attempts - 1] ?? null
}
