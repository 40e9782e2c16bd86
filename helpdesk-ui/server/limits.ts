// SPDX-License-Identifier: AGPL-3.0-or-later
import { RateLimiterMemory } from 'rate-limiter-flexible'

/**
 * Per client address and minute. Generous, since a library or a school shares one address; the back office has its own for keys.
 * Suggestions are asked for with every letter: twenty for each question.
 */
const perMinute = { answers: 60, verdicts: 20, opened: 60, suggestions: 1200, tickets: 10, keys: 20, signIns: 20 } as const
export type LimitName = keyof typeof perMinute

/** What is left of a minute's allowance. */
export interface Allowance {
  limit: number
  remaining: number
  resetS: number
  refused: boolean
}

export interface Limits {
  /** Counts one; answers how many seconds to wait when there were too many, else null. */
  count(name: LimitName, clientAddress: string): Promise<number | null>
  /** Counts one against the caller's own allowance. */
  take(who: string, perMinute: number): Promise<Allowance>
}

export const createLimits = (): Limits => {
  const limiters = Object.fromEntries(
    Object.entries(perMinute).map(([name, points]) => [name, new RateLimiterMemory({ keyPrefix: name, points, duration: 60 })]),
  )
  // Allowances differ from caller to caller, so this one only counts.
  const counter = new RateLimiterMemory({ keyPrefix: 'allowance', points: Number.MAX_SAFE_INTEGER, duration: 60 })
  return {
    async take(who, perMinute) {
      const { consumedPoints, msBeforeNext } = await counter.consume(who)
      return {
        limit: perMinute,
        remaining: Math.max(0, perMinute - consumedPoints),
        resetS: Math.max(1, Math.ceil(msBeforeNext / 1000)),
        refused: consumedPoints > perMinute,
      }
    },
    async count(name, clientAddress) {
      try {
        await limiters[name]?.consume(clientAddress)
        return null
      } catch (refusal) {
        const waitMs = typeof refusal === 'object' && refusal !== null && 'msBeforeNext' in refusal ? Number(refusal.msBeforeNext) : 60_000
        return Math.max(1, Math.ceil(waitMs / 1000))
      }
    },
  }
}
