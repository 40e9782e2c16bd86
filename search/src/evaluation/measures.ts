// SPDX-License-Identifier: AGPL-3.0-or-later

/** What became of one question. */
export interface Trial {
  kind: string
  /** Some document answers it. */
  answerable: boolean
  /** Place of the first document that answers in the ranked list, from 1; null when none is there. */
  place: number | null
  outcome: 'answer' | 'choice' | 'none'
  /** Its answer is, or its choice contains, a document that answers. */
  right: boolean
  /** Estimated probability that the first document answers; 0 when nothing was found. */
  confidence: number
  ms: number
}

export interface Measures {
  n: number
  answerable: number
  hit1: number | null
  hit3: number | null
  hit10: number | null
  mrr: number | null
  auroc: number | null
  outcomes: { answer: number; choice: number; none: number }
  precision: number | null
  answeredRight: number | null
  falseAnswers: number | null
  p50Ms: number | null
  p99Ms: number | null
}

const share = (part: number, whole: number): number | null => (whole === 0 ? null : part / whole)

/**
 * hit@k and MRR on the ranked list, answerable questions only; precision = right ÷ given; answeredRight = right ÷ answerable;
 * falseAnswers = given to what nobody answers ÷ what nobody answers. What has nothing to be a share of is null.
 */
export const measure = (trials: readonly Trial[]): Measures => {
  const answerable = trials.filter((trial) => trial.answerable)
  const others = trials.filter((trial) => !trial.answerable)
  const given = trials.filter(({ outcome }) => outcome !== 'none')
  const right = trials.filter((trial) => trial.right).length
  const hit = (k: number): number | null => share(answerable.filter(({ place }) => place !== null && place <= k).length, answerable.length)
  const count = (wanted: Trial['outcome']): number => trials.filter(({ outcome }) => outcome === wanted).length
  const times = trials.map(({ ms }) => ms)
  return {
    n: trials.length,
    answerable: answerable.length,
    hit1: hit(1),
    hit3: hit(3),
    hit10: hit(10),
    mrr: share(
      answerable.reduce((sum, { place }) => sum + (place === null ? 0 : 1 / place), 0),
      answerable.length,
    ),
    auroc: auroc(
      answerable.map(({ confidence }) => confidence),
      others.map(({ confidence }) => confidence),
    ),
    outcomes: { answer: count('answer'), choice: count('choice'), none: count('none') },
    precision: share(right, given.length),
    answeredRight: share(right, answerable.length),
    falseAnswers: share(others.filter(({ outcome }) => outcome !== 'none').length, others.length),
    p50Ms: quantile(times, 0.5),
    p99Ms: quantile(times, 0.99),
  }
}

/** How likely one of the first stands above one of the second: 1 always, 0.5 by chance. Ties count half. */
const auroc = (positive: readonly number[], negative: readonly number[]): number | null => {
  const wins = positive.reduce(
    (sum, high) => sum + negative.reduce((inner, low) => inner + (high > low ? 1 : high === low ? 0.5 : 0), 0),
    0,
  )
  return share(wins, positive.length * negative.length)
}

const quantile = (values: readonly number[], q: number): number | null => {
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.min(sorted.length - 1, Math.floor(q * sorted.length))] ?? null
}

/** Wilson's interval of a share of n, at 95 %. */
export const interval = (part: number | null, n: number): [number, number] | null => {
  if (part === null || n === 0) return null
  const z = 1.96
  const centre = (part + (z * z) / (2 * n)) / (1 + (z * z) / n)
  const half = (z / (1 + (z * z) / n)) * Math.sqrt((part * (1 - part)) / n + (z * z) / (4 * n * n))
  return [Math.max(0, centre - half), Math.min(1, centre + half)]
}
