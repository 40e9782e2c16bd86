// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto'
import type { ApiConsumer } from '@linea-comune/config'

/** Who holds a key. `cannot-tell` when the back office was never reached since the start. */
type KeyHolder = ApiConsumer | 'nobody' | 'cannot-tell'

export interface Consumers {
  ofKey(key: string): Promise<KeyHolder>
}

/** A key that was revoked works no longer than this. */
const freshMs = 60_000
/** A key nobody knows may be one that was made a moment ago; but nobody can make us ask more often than this. */
const missFreshMs = 2000

const hashOf = (key: string): string => createHash('sha256').update(key).digest('base64url')

/** The consumers' keys, remembered: the API goes on while the back office is away, with the keys of before. */
export const createConsumers = (read: () => Promise<readonly ApiConsumer[]>, now: () => number = Date.now): Consumers => {
  let known: ReadonlyMap<string, ApiConsumer> | null = null
  let askedAt = -Infinity
  let asking: Promise<void> | null = null

  const ask = async (): Promise<void> => {
    asking ??= read()
      .then((consumers) => {
        known = new Map(consumers.map((consumer) => [consumer.keyHash, consumer]))
      })
      .catch(() => undefined)
      .finally(() => {
        askedAt = now()
        asking = null
      })
    await asking
  }

  return {
    async ofKey(key) {
      const hash = hashOf(key)
      const find = (): ApiConsumer | undefined => known?.get(hash)
      if (now() - askedAt >= (find() === undefined ? missFreshMs : freshMs)) await ask()
      return find() ?? (known === null ? 'cannot-tell' : 'nobody')
    },
  }
}
