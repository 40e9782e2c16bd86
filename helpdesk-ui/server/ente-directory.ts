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

/** By name, and by address: every question asks for one of thousands. */
interface Listed {
  enti: EntePage[]
  bySlug: ReadonlyMap<string, EntePage>
}

const { compare } = new Intl.Collator('it')

const listed = (enti: readonly EntePage[]): Listed => {
  const sorted = enti.toSorted((a, b) => compare(a.name, b.name))
  return { enti: sorted, bySlug: new Map(sorted.map((ente) => [ente.slug, ente])) }
}

const freshMs = 15_000
/** An address nobody knows may be an Ente that was added a moment ago. */
const missFreshMs = 1_000

export const createEnteDirectory = (read: () => Promise<EntePage[]>, now: () => number = Date.now): EnteDirectory => {
  let known: (Listed & { at: number }) | null = null
  let reading: Promise<Listed> | null = null

  const refresh = (): Promise<Listed> => {
    reading ??= read()
      .then((enti) => {
        // An index that lost everything is being filled again: what was there a moment ago is still true.
        known = { ...(enti.length === 0 && known !== null ? known : listed(enti)), at: now() }
        return known
      })
      .finally(() => {
        reading = null
      })
    return reading
  }

  /** What is known is shown at once and renewed behind it: nobody waits for an engine that does not answer. */
  const soon = (): Promise<Listed> => {
    if (known === null) return refresh()
    if (now() - known.at >= freshMs) refresh().catch(() => undefined)
    return Promise.resolve(known)
  }

  /** Worth waiting for: somebody asks for an Ente that was not there. */
  const asked = async (): Promise<Listed> => {
    if (known === null || now() - known.at < missFreshMs) return soon()
    const old = known
    return refresh().catch(() => old)
  }

  return {
    all: async () => (await soon()).enti.filter((ente) => isShown(ente.lifecycle)),
    async bySlug(slug) {
      const found = (await soon()).bySlug.get(slug) ?? (await asked()).bySlug.get(slug)
      if (found === undefined && known?.enti.length === 0) throw new Error('no Ente is known yet')
      return found ?? null
    },
  }
}
