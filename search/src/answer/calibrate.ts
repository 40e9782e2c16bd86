// SPDX-License-Identifier: AGPL-3.0-or-later
import { startingThresholds, type Thresholds } from './thresholds.js'

/** What was estimated of something that citizens or operators have judged since. */
export interface Judged {
  probability: number
  right: boolean
}

export interface Evidence {
  /** Of the first document. */
  first: readonly Judged[]
  /** Of one among the first three. */
  three: readonly Judged[]
}

/** Less evidence than this moves nothing: an Ente begins strict and stays so until its citizens have spoken. */
const fewestJudged = 30
/** How far log-odds are off from one Ente to another, as a standard deviation: what little evidence is held against. */
const spread = 0.5
/** Never so low that every second answer could be wrong, never so high that nothing is answered. */
const bounds: Record<keyof Thresholds, readonly [number, number]> = { answer: [0.8, 0.97], choice: [0.65, 0.93] }
/** No evidence moves log-odds further. */
const furthest = 8
const steps = 40

const logit = (probability: number): number => {
  const inside = Math.min(0.999, Math.max(0.001, probability))
  return Math.log(inside / (1 - inside))
}
const sigmoid = (odds: number): number => 1 / (1 + Math.exp(-odds))

/**
 * By how much the log-odds of the estimates are off for one Ente: the most likely shift, given the evidence and that Enti differ little
 * (logistic regression on the intercept alone, with a normal prior). Its slope only falls, so halving finds where it is nothing; Newton's
 * steps overshoot when the evidence is one-sided.
 */
export const shiftOf = (judged: readonly Judged[]): number => {
  const slopeAt = (shift: number): number =>
    judged.reduce((sum, { probability, right }) => sum + (right ? 1 : 0) - sigmoid(logit(probability) + shift), -shift / spread ** 2)
  let [low, high] = [-furthest, furthest]
  for (let step = 0; step < steps; step++) {
    const middle = (low + high) / 2
    if (slopeAt(middle) > 0) low = middle
    else high = middle
  }
  return (low + high) / 2
}

/** The thresholds at which an Ente's answers are as often right as the starting ones promise. */
export const calibrate = ({ first, three }: Evidence): Thresholds => ({
  answer: thresholdOf('answer', first),
  choice: thresholdOf('choice', three),
})

const thresholdOf = (name: keyof Thresholds, judged: readonly Judged[]): number => {
  const start = startingThresholds[name]
  if (judged.length < fewestJudged) return start
  const [lowest, highest] = bounds[name]
  const moved = sigmoid(logit(start) - shiftOf(judged))
  return Math.round(Math.min(highest, Math.max(lowest, moved)) * 100) / 100
}
