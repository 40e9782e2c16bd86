// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Outcome } from '@linea-comune/config'
import type { Estimate, Learned } from './learned.js'
import type { Ranked } from './rank.js'
import { startingThresholds, type Thresholds } from './thresholds.js'
import { signNames, type Signs } from './sign-names.js'

export interface Decision {
  outcome: Outcome
  /** What is shown, best first, each with the estimated probability that it answers. */
  items: { ranked: Ranked; probability: number }[]
  /** Estimated probability that the first document answers, and that one of the first three does. */
  probability: { first: number; three: number }
}

/** How many documents a choice offers at most. */
const choiceSize = 3

const probabilityOf = ({ base, weights }: Estimate, signs: Signs): number =>
  1 / (1 + Math.exp(-signNames.reduce((sum, name) => sum + weights[name] * signs[name], base)))

/** One answer when it is likely enough, a choice when the right one is likely among three, otherwise an honest none. */
export const decide = (
  ranked: readonly Ranked[],
  signs: Signs | null,
  { first, three }: Learned,
  { answer, choice }: Thresholds = startingThresholds,
): Decision => {
  if (signs === null) return { outcome: 'none', items: [], probability: { first: 0, three: 0 } }
  const probability = { first: probabilityOf(first, signs), three: probabilityOf(three, signs) }
  if (probability.first >= answer) return { outcome: 'answer', items: offer(ranked.slice(0, 1), probability), probability }
  if (probability.three >= choice) return { outcome: 'choice', items: offer(ranked.slice(0, choiceSize), probability), probability }
  return { outcome: 'none', items: [], probability }
}

/** The others share what is left of the three's probability, by how much speaks for each. */
const offer = (shown: readonly Ranked[], { first, three }: Decision['probability']): Decision['items'] => {
  const odds = shown.map(({ score }) => Math.exp(score - (shown[0]?.score ?? 0)))
  const others = odds.slice(1).reduce((sum, value) => sum + value, 0) || 1
  return shown.map((ranked, index) => ({
    ranked,
    probability: index === 0 ? first : (Math.max(0, three - first) * (odds[index] ?? 0)) / others,
  }))
}
