// SPDX-License-Identifier: AGPL-3.0-or-later
import { setTimeout as sleep } from 'node:timers/promises'
import type { Desk } from './set-up-desk.js'

/** Longer than a lease and two retries. */
const patienceMs = 240_000

/** Waits until no message is on its way; answers how many still are when patience ends, dead ones included. */
export const waitUntilSettled = async (desk: Desk): Promise<number> => {
  const giveUpAt = Date.now() + patienceMs
  for (;;) {
    const count = async (state: 'queued' | 'leased' | 'dead'): Promise<number> =>
      (await desk.call('listDeliveries', { state }, desk.session)).total
    const [queued, leased, dead] = [await count('queued'), await count('leased'), await count('dead')]
    if (queued + leased === 0 || Date.now() > giveUpAt) return queued + leased + dead
    await sleep(500)
  }
}
