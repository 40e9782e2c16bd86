// SPDX-License-Identifier: AGPL-3.0-or-later
import { isShown } from '@linea-comune/config'
import type { EntePage } from '@linea-comune/search'

/** The Enti, remembered: every page needs one, and the ticket form must work while the engine is down. */
export interface EnteDirectory {
  /** Those that take part now, by name. Throws only when the engine never answered since the start. */
  all(): Promise<EntePage[]>
  /** One that left too. Null when there are Enti and none is called so; throws while none is known, since then nobody can say that. */
  bySlug(slug: string): Promise<EntePage | null>
}

const freshMs = 15_000
/** An address nobody knows may be an Ente that was added a moment ago. */
const missFreshMs = 1_000

export const createEnteDirectory = (read: () => Promise<EntePage[]>, now: () => number = Date.now): EnteDirectory => {
  let known: { enti: EntePage[]; at: number } | null = null
  let reading: Promise<EntePage[]> | null = null

  const refresh = (): Promise<EntePage[]> => {
    reading ??= read()
      .then((enti) => {
        const sorted = enti.toSorted((a, b) => a.name.localeCompare(b.name, 'it'))
        // An index that lost everything is being filled again: what was there a moment ago is still true.
        known = { enti: sorted.length === 0 && known !== null ? known.enti : sorted, at: now() }
        return known.enti
      })
      .finally(() => {
        reading = null
      })
    return reading
  }

  /** What is known is shown at once and renewed behind it: nobody waits for an engine that does not answer. */
  const soon = (): Promise<EntePage[]> => {
    if (known === null) return refresh()
    if (now() - known.at >= freshMs) refresh().catch(() => undefined)
    return Promise.resolve(known.enti)
  }

  /** Worth waiting for: somebody asks for an Ente that was not there. */
  const asked = async (): Promise<EntePage[]> => {
    if (known === null || now() - known.at < missFreshMs) return soon()
    const old = known.enti
    return refresh().catch(() => old)
  }

  return {
    all: async () => (await soon()).filter((ente) => isShown(ente.lifecycle)),
    async bySlug(slug) {
      const find = (enti: EntePage[]): EntePage | undefined => enti.find((ente) => ente.slug === slug)
      const found = find(await soon()) ?? find(await asked())
      if (found === undefined && known?.enti.length === 0) throw new Error('no Ente is known yet')
      return found ?? null
    },
  }
}
