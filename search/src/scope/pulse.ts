// SPDX-License-Identifier: AGPL-3.0-or-later
import { searchLimits, type EngineClient } from '../client.js'
import { equals } from '../filter.js'
import { markerId, type IndexMarker } from '../index-settings.js'

/** What the engine holds of whom, at one moment: enough to see whose texts have changed. */
export interface Beat {
  /** When the engine was asked. */
  at: number
  run: string
  totals: ReadonlyMap<string, number>
  /** The newest stamp that was seen of each owner since this process began to look. */
  newest: ReadonlyMap<string, number>
}

/** Nothing is known of an Ente and the engine does not answer, which was reported when it began. */
export class EngineAwayError extends Error {}

/** One request for all Enti together, however many are asked. */
export interface Pulse {
  /** The last beat, some moments old; null while the engine does not answer. */
  last: () => Promise<Beat | null>
}

/** From this age on the next one is fetched behind the answers, so that nobody waits for it… */
const renewMs = 150
/** …but when nobody asked for so long: what was published meanwhile must be found. */
const freshMs = 600
/** An engine that did not answer is asked again after this long, behind the answers. */
const retryMs = 1000
const batchSize = 1000
/** Whatever was written before the first look is read with the shelves; two computers' clocks may differ by this much. */
const overlapMicros = 2 * 60_000_000

interface Stamped {
  scope: string
  stamp: number
}

export const createPulse = (client: EngineClient, now: () => number, onError: (error: unknown) => void): Pulse => {
  const newest = new Map<string, number>()
  let since = now() * 1000 - overlapMicros
  let beat: Beat | null = null
  let away = false
  let triedAt = 0
  let feeling: Promise<Beat | null> | null = null

  const lookSince = async (at: number): Promise<Beat> => {
    const { results } = await client.multiSearch(
      {
        queries: [
          { indexUid: 'questions', filter: equals('id', markerId), limit: 1, attributesToRetrieve: ['run'] },
          { indexUid: 'questions', limit: 0, facets: ['scope'] },
          {
            indexUid: 'questions',
            filter: `stamp > ${String(since)}`,
            sort: ['stamp:asc'],
            limit: batchSize,
            attributesToRetrieve: ['scope', 'stamp'],
          },
        ],
      },
      searchLimits(),
    )
    const [marker, counted, changed] = results
    const stamped = (changed?.hits ?? []) as unknown as Stamped[]
    for (const { scope, stamp } of stamped) newest.set(scope, stamp)
    since = stamped.at(-1)?.stamp ?? since
    if (stamped.length === batchSize) return lookSince(at)
    return {
      at,
      run: (marker?.hits[0] as Pick<IndexMarker, 'run'> | undefined)?.run ?? '',
      totals: new Map(Object.entries(counted?.facetDistribution?.scope ?? {})),
      newest,
    }
  }

  const feel = (): Promise<Beat | null> => {
    triedAt = now()
    feeling ??= lookSince(triedAt)
      .then((found) => {
        away = false
        return (beat = found)
      })
      .catch((error: unknown) => {
        if (!away) onError(error)
        away = true
        return null
      })
      .finally(() => {
        feeling = null
      })
    return feeling
  }

  return {
    last: async () => {
      if (away) {
        // Nobody waits for an engine that does not answer.
        if (now() - triedAt >= retryMs) void feel()
        return null
      }
      const age = beat === null ? Infinity : now() - beat.at
      if (age >= freshMs) return feel()
      if (age >= renewMs) void feel()
      return beat
    },
  }
}
