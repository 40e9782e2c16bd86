// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { decide } from './decide.js'
import type { Thresholds } from './thresholds.js'
import type { Estimate, Learned } from './learned.js'
import type { Ranked } from './rank.js'
import { signNames, type Signs } from './sign-names.js'

const nothing = Object.fromEntries(signNames.map((name) => [name, 0])) as unknown as Signs
const logOdds = (probability: number): number => Math.log(probability / (1 - probability))
const always = (probability: number): Estimate => ({ base: logOdds(probability), weights: nothing })
const sure = (first: number, three: number): Learned => ({ ranking: nothing, first: always(first), three: always(three) })
const ranked = [3, 2, 1, 0].map((score) => ({ score }) as Ranked)
const strict: Thresholds = { answer: 0.9, choice: 0.8 }
const decision = (first: number, three: number) => decide(ranked, nothing, sure(first, three), strict)

describe('the decision', () => {
  it.each([
    [0.95, 0.99, 'answer', 1],
    [0.6, 0.85, 'choice', 3],
    [0.6, 0.7, 'none', 0],
  ] as const)('%d sure of the first and %d of the three: %s', (first, three, outcome, shown) => {
    const decided = decision(first, three)
    expect(decided.outcome).toBe(outcome)
    expect(decided.items).toHaveLength(shown)
  })

  it('what is shown has probabilities that together are the three’s', () => {
    const { items } = decision(0.5, 0.9)
    const [first, second, third] = items.map(({ probability }) => probability)
    expect(first).toBeCloseTo(0.5)
    expect((first ?? 0) + (second ?? 0) + (third ?? 0)).toBeCloseTo(0.9)
    expect(second).toBeGreaterThan(third ?? 1)
  })

  it('a stricter Ente gives fewer answers', () => {
    expect(decide(ranked, nothing, sure(0.92, 0.95), { answer: 0.95, choice: 0.9 }).outcome).toBe('choice')
    expect(decide(ranked, nothing, sure(0.92, 0.95), { answer: 0.95, choice: 0.97 }).outcome).toBe('none')
  })

  it('where nothing is published nothing is answered', () => {
    expect(decide([], null, sure(0.99, 0.99), strict)).toMatchObject({ outcome: 'none', items: [] })
  })
})
