// SPDX-License-Identifier: AGPL-3.0-or-later
import { setTimeout as sleep } from 'node:timers/promises'

/** Asks again and again until there is an answer; fails with `what` when there is none in time. */
export const until = async <T>(
  what: string,
  ask: () => Promise<T | undefined | null | false> | T | undefined | null | false,
  timeoutMs = 30_000,
): Promise<T> => {
  const giveUpAt = Date.now() + timeoutMs
  for (;;) {
    const answer = await ask()
    if (answer !== undefined && answer !== null && answer !== false) return answer
    if (Date.now() > giveUpAt) throw new Error(`waited ${String(timeoutMs / 1000)} s in vain for ${what}`)
    await sleep(50)
  }
}
