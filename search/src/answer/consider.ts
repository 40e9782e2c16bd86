// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Locale } from '@linea-comune/config'
import { analyse, type Analysis } from '../analysis/analyse.js'
import type { EngineClient } from '../client.js'
import { findCandidates } from './candidates.js'
import { decide, type Decision } from './decide.js'
import { rank, type Ranking } from './rank.js'

export interface Considered {
  analysis: Analysis
  ranking: Ranking
  decision: Decision
}

/** The whole way from a question to a decision, with what was seen on it. Throws when the engine cannot be asked. */
export const consider = async (
  client: EngineClient,
  { enteCode, q, locale }: { enteCode: string; q: string; locale: Locale },
): Promise<Considered> => {
  const analysis = analyse(q, locale)
  if (analysis.concepts.length === 0) return { analysis, ranking: { ranked: [], concepts: [] }, decision: { outcome: 'none', items: [] } }
  const ranking = rank(analysis, await findCandidates(client, enteCode, analysis))
  return { analysis, ranking, decision: decide(ranking) }
}
