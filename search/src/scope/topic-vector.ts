// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Lexicon } from '../lexicon/lexicon.js'
import type { NeedVector } from './need-vector.js'

/** The topics of the needs that a text speaks of, as a vector of length one: products of two are their likeness. */
export interface TopicVector {
  topics: Uint16Array
  weights: Float32Array
}

/** Who speaks of a need that was not recognised speaks of its neighbours at least: a nursery school is still a school. */
export const toTopicVector = ({ needs, weights }: NeedVector, lexicon: Pick<Lexicon, 'topics'>): TopicVector => {
  const sums = new Map<number, number>()
  needs.forEach((need, at) => {
    const topics = lexicon.topics[need] ?? []
    for (const topic of topics) sums.set(topic, (sums.get(topic) ?? 0) + (weights[at] ?? 0) / topics.length)
  })
  let squares = 0
  for (const sum of sums.values()) squares += sum * sum
  const length = Math.sqrt(squares) || 1
  return { topics: Uint16Array.from(sums.keys()), weights: Float32Array.from(sums.values(), (sum) => sum / length) }
}
