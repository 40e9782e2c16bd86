// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Ranked, Ranking } from './rank.js'

type Outcome = 'answer' | 'choice' | 'none'

export interface Decision {
  outcome: Outcome
  /** What is shown, best first, each with the estimated probability that it answers. */
  items: { ranked: Ranked; probability: number }[]
}

/** Where one answer is given, where a choice of three, where neither. A new Ente begins strict and is calibrated on its own feedback. */
export const thresholds = { answer: 0.9, choice: 0.75 } as const

/** How many documents a choice offers at most, and how far behind the first one a document may be to be offered. */
const choiceSize = 3
const choiceMinScoreShare = 0.6

/**
 * Log-odds that a document answers. Set by hand on questions written before the texts were read; coarse on purpose, until
 * feedback of real citizens can fit them.
 */
const oddsWeights = { base: -6.4, coverage: 4, headCoverage: 3.4, likeness: 3, bm25: 1.5, lead: 2, unknown: -2, amongThree: 0.7 } as const
/** A lead of this share of the score, or more, is a clear one. */
const clearLead = 0.2
/** Two documents nearer to each other than this answer equally well: the citizen chooses. */
const tieLead = 0.03

const logistic = (odds: number): number => 1 / (1 + Math.exp(-odds))

/** Share of what was asked that no document of the Ente speaks of at all. */
const unknownShare = ({ concepts, ranked }: Ranking): number => {
  const total = concepts.reduce((sum, { worth }) => sum + worth, 0)
  const known = new Set(ranked.flatMap(({ matches }) => matches.map(({ concept }) => concept)))
  const unknown = concepts.filter((concept) => !known.has(concept)).reduce((sum, { worth }) => sum + worth, 0)
  return total === 0 ? 1 : unknown / total
}

const answers = ({ features }: Ranked, lead: number, unknown: number, bonus = 0): number =>
  logistic(
    oddsWeights.base +
      bonus +
      oddsWeights.coverage * features.coverage +
      oddsWeights.headCoverage * features.headCoverage +
      oddsWeights.likeness * features.likeness +
      oddsWeights.bm25 * features.bm25 +
      oddsWeights.lead * Math.min(1, lead / clearLead) +
      oddsWeights.unknown * unknown,
  )

/** One answer when it is likely enough, a choice when the right one is likely among three, otherwise an honest none. */
export const decide = (ranking: Ranking): Decision => {
  const [first, second] = ranking.ranked
  // Words such as "quanto costa" alone say what is wanted, not about what.
  const speaksOfSomething = first?.matches.some(({ concept }) => concept.weight >= 1) ?? false
  if (first === undefined || !speaksOfSomething) return { outcome: 'none', items: [] }
  const unknown = unknownShare(ranking)
  const lead = (first.score - (second?.score ?? 0)) / first.score
  const probability = answers(first, lead, unknown)
  if (probability >= thresholds.answer && lead >= tieLead) return { outcome: 'answer', items: [{ ranked: first, probability }] }
  // Among three it does not matter which of them leads, and the second or the third may be the right one.
  const amongThree = answers(first, clearLead, unknown, oddsWeights.amongThree)
  if (amongThree < thresholds.choice) return { outcome: 'none', items: [] }
  const offered = ranking.ranked.slice(0, choiceSize).filter(({ score }) => score >= choiceMinScoreShare * first.score)
  return {
    outcome: 'choice',
    items: offered.map((ranked, index) => ({ ranked, probability: index === 0 ? probability : answers(ranked, 0, unknown) })),
  }
}
