// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EntePage } from '@linea-comune/search'

/** The Enti, remembered: every page needs one, and the ticket form must work while the engine is down. */
export interface EnteDirectory {
  /** Those that take part now, by name. Throws only when the engine never answered since the start. */
  all(): Promise<EntePage[]>
  bySlug(slug: string): Promise<EntePage | null>
}

const freshMs = 15_000
/** An address nobody knows may be an Ente that was added a moment ago. */
const missFreshMs = 1_000

const takesPart = (ente: EntePage): boolean => ente.lifecycle !== 'left'

export const createEnteDirectory = (read: () => Promise<EntePage[]>, now: () => number = Date.now): EnteDirectory => {
  let known: { enti: EntePage[]; at: number } | null = null
  let reading: Promise<EntePage[]> | null = null

  const refresh = (): Promise<EntePage[]> => {
    reading ??= read()
      .then((enti) => {
        const shown = enti.filter(takesPart).sort((a, b) => a.name.localeCompare(b.name, 'it'))
        known = { enti: shown, at: now() }
        return shown
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
    all: soon,
    async bySlug(slug) {
      const find = (enti: EntePage[]): EntePage | undefined => enti.find((ente) => ente.slug === slug)
      return find(await soon()) ?? find(await asked()) ?? null
    },
  }
}
