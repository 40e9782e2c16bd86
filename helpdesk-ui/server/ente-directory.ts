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

  const atMost = async (ageMs: number): Promise<EntePage[]> => {
    if (known !== null && now() - known.at < ageMs) return known.enti
    const old = known?.enti
    return old === undefined ? refresh() : refresh().catch(() => old)
  }

  return {
    all: () => atMost(freshMs),
    async bySlug(slug) {
      const find = (enti: EntePage[]): EntePage | undefined => enti.find((ente) => ente.slug === slug)
      return find(await atMost(freshMs)) ?? find(await atMost(missFreshMs)) ?? null
    },
  }
}
