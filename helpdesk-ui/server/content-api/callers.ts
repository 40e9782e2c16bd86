// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Allowance, Limits } from '../limits.js'
import type { Consumers } from './consumers.js'
import { Problem } from './problems.js'

/** For callers without a key: enough to look around, and for a small site that remembers what it read. */
export const anonymousPerMinute = 60

export interface Presented {
  authorization: string | undefined
  apiKey: string | undefined
  clientAddress: string
}

const keyOf = ({ authorization, apiKey }: Presented): string | null => {
  const [, bearer] = /^Bearer +(\S+)$/i.exec(authorization ?? '') ?? []
  return bearer ?? apiKey ?? null
}

const tooMany = ({ limit, resetS }: Allowance, withKey: boolean): Problem =>
  new Problem(
    'too-many-requests',
    {
      it: `Hai superato le ${String(limit)} richieste al minuto. Riprova fra ${String(resetS)} secondi${withKey ? '' : ', oppure chiedi una chiave al centro servizi'}.`,
      en: `You went over ${String(limit)} requests a minute. Try again in ${String(resetS)} seconds${withKey ? '' : ', or ask the service centre for a key'}.`,
    },
    { headers: { ...limitHeaders({ limit, remaining: 0, resetS }), 'retry-after': String(resetS) } },
  )

/** As the Italian guidelines for interoperability name them. */
export const limitHeaders = ({ limit, remaining, resetS }: Omit<Allowance, 'refused'>): Record<string, string> => ({
  'x-ratelimit-limit': String(limit),
  'x-ratelimit-remaining': String(remaining),
  'x-ratelimit-reset': String(resetS),
})

/** Counts a call against whoever makes it: the holder of the key, or the client's address. Throws when it may not go on. */
export const admit = async (consumers: Consumers, limits: Limits, presented: Presented): Promise<Allowance> => {
  const key = keyOf(presented)
  const holder = key === null ? 'cannot-tell' : await consumers.ofKey(key)
  const known = typeof holder === 'object' ? holder : null
  const allowance =
    known === null
      ? await limits.take(`address ${presented.clientAddress}`, anonymousPerMinute)
      : await limits.take(`consumer ${known.id}`, known.perMinute)
  if (allowance.refused) throw tooMany(allowance, known !== null)
  // Counted before it is refused: whoever tries keys out is soon told to wait.
  if (holder === 'nobody')
    throw new Problem(
      'wrong-key',
      {
        it: 'La chiave non è valida o è stata revocata. Senza chiave si può leggere lo stesso, con meno richieste al minuto.',
        en: 'The key is not valid or was revoked. Without a key you may read all the same, with fewer requests a minute.',
      },
      { headers: { 'www-authenticate': 'Bearer realm="content-api"' } },
    )
  return allowance
}
