// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { toTopicVector } from './topic-vector.js'

/** Nursery and school are of one topic, a fine of another, a permit of both. */
const lexicon = { topics: [[0], [0], [1], [0, 1]] }
const speaksOf = (...needs: (readonly [need: number, weight: number])[]) =>
  toTopicVector(
    { needs: Uint16Array.from(needs, ([need]) => need), weights: Float32Array.from(needs, ([, weight]) => weight), length: 1 },
    lexicon,
  )
const likeness = (a: ReturnType<typeof speaksOf>, b: ReturnType<typeof speaksOf>): number =>
  a.topics.reduce((sum, topic, at) => sum + (a.weights[at] ?? 0) * (b.weights[b.topics.indexOf(topic)] ?? 0), 0)

describe('texts by topic', () => {
  it('are alike when they speak of different needs of one topic', () => {
    expect(likeness(speaksOf([0, 2]), speaksOf([1, 0.5]))).toBeCloseTo(1)
  })

  it('have nothing in common when their needs are of different topics', () => {
    expect(likeness(speaksOf([0, 1]), speaksOf([2, 1]))).toBe(0)
  })

  it('count a need of two topics half for each', () => {
    expect(likeness(speaksOf([0, 1]), speaksOf([3, 1]))).toBeCloseTo(Math.SQRT1_2)
  })

  it('that speak of no need are like nothing', () => {
    expect(likeness(speaksOf(), speaksOf([0, 1]))).toBe(0)
  })
})
