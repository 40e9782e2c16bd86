// SPDX-License-Identifier: AGPL-3.0-or-later
import { stemsOf } from '../analysis/stems-of.js'
import { searchLimits, type EngineClient } from '../client.js'
import { all, equals, isNoneOf } from '../filter.js'
import { federationScope } from '../index-names.js'
import type { Lexicon } from '../lexicon/lexicon.js'
import { startingWorkshop } from '../scope/workshop.js'

/** A service sheet of another Ente, in Italian. */
export interface SheetElsewhere {
  enteCode: string
  documentId: string
  slug: string
  title: string
}

export interface Elsewhere {
  /** Sheets of other Enti about a matter (`need:…`), best first, one for each Ente. Throws when the engine cannot be asked. */
  find: (asked: { enteCode: string; matter: string }) => Promise<SheetElsewhere[]>
}

const namesAsked = 3
const lookedAt = 20

/** Who has what somebody missed here: an example for the editor, a hint for the citizen. */
export const createElsewhere = (client: EngineClient): Elsewhere => ({
  find: async ({ enteCode, matter }) => {
    const { lexicon } = startingWorkshop()
    const need = lexicon.needs.findIndex(({ id, outOfScope }) => `need:${id}` === matter && !outOfScope)
    const names = lexicon.needs[need]?.means.slice(0, namesAsked) ?? []
    if (names.length === 0) return []
    const filter = all(equals('kind', 'sheet'), equals('locale', 'it'), isNoneOf('scope', [enteCode, federationScope]))
    const { results } = await client.multiSearch(
      {
        queries: names.map((q) => ({
          indexUid: 'pages',
          q,
          filter,
          limit: lookedAt,
          attributesToSearchOn: ['title'],
          attributesToRetrieve: ['documentId', 'scope', 'slug', 'title'],
        })),
      },
      searchLimits(),
    )
    const found = results.flatMap(({ hits }) => hits as unknown as (Omit<SheetElsewhere, 'enteCode'> & { scope: string })[])
    const byEnte = new Map<string, SheetElsewhere>()
    for (const { scope, documentId, slug, title } of found)
      if (!byEnte.has(scope) && isAbout(title, need, lexicon)) byEnte.set(scope, { enteCode: scope, documentId, slug, title })
    return [...byEnte.values()]
  },
})

/** The engine finds words; whether the title means this need, the lexicon says. */
const isAbout = (title: string, need: number, lexicon: Lexicon): boolean => {
  const scores = lexicon.recognise({ stems: stemsOf(title, 'it') }, 'it', 'administration')
  return (scores[need] ?? 0) > 0 && scores.every((score) => score <= (scores[need] ?? 0))
}
