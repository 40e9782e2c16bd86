// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { calibrate, shiftOf, type Judged } from './calibrate.js'
import { startingThresholds } from './thresholds.js'

const judged = (probability: number, right: number, wrong: number): Judged[] => [
  ...Array.from({ length: right }, () => ({ probability, right: true })),
  ...Array.from({ length: wrong }, () => ({ probability, right: false })),
]
const answerFrom = (first: Judged[]): number => calibrate({ first, three: [] }).answer

describe('the thresholds of an Ente', () => {
  it('stay strict while little is known', () => {
    expect(calibrate({ first: judged(0.95, 25, 0), three: [] })).toEqual(startingThresholds)
  })
  it('stay where they are when as many answers are right as was estimated', () => {
    expect(answerFrom(judged(0.95, 190, 10))).toBe(startingThresholds.answer)
  })
  it('fall when more answers are right than was estimated', () => {
    expect(answerFrom(judged(0.92, 198, 2))).toBeLessThan(startingThresholds.answer)
  })
  it('rise when fewer are', () => {
    expect(answerFrom(judged(0.95, 150, 50))).toBeGreaterThan(startingThresholds.answer)
  })
  it('move further the more is known', () => {
    const [few, many] = [answerFrom(judged(0.95, 30, 10)), answerFrom(judged(0.95, 300, 100))]
    expect(few).toBeGreaterThan(startingThresholds.answer)
    expect(many).toBeGreaterThan(few)
  })
  it('never leave their bounds', () => {
    expect(answerFrom(judged(0.5, 10_000, 0))).toBe(0.8)
    expect(answerFrom(judged(0.99, 0, 10_000))).toBe(0.97)
    expect(calibrate({ first: [], three: judged(0.3, 10_000, 0) }).choice).toBe(0.65)
  })
})

it('no evidence is no shift', () => {
  expect(shiftOf([])).toBeCloseTo(0)
})
