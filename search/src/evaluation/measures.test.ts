// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { interval, measure, type Trial } from './measures.js'

const trial = (given: Partial<Trial>): Trial => ({
  kind: 'question',
  answerable: true,
  place: null,
  outcome: 'none',
  right: false,
  confidence: 0,
  ms: 1,
  ...given,
})

describe('measures of an evaluation', () => {
  it('hits count answerable questions only, and a document that is not ranked is no hit', () => {
    const { hit1, hit3, hit10, mrr } = measure([
      trial({ place: 1 }),
      trial({ place: 2 }),
      trial({ place: null }),
      trial({ place: 11 }),
      trial({ answerable: false }),
    ])
    expect([hit1, hit3, hit10]).toEqual([0.25, 0.5, 0.5])
    expect(mrr).toBeCloseTo((1 + 1 / 2 + 1 / 11) / 4)
  })

  it('precision is of what was given, answeredRight of what has an answer, falseAnswers of what has none', () => {
    const { outcomes, precision, answeredRight, falseAnswers } = measure([
      trial({ outcome: 'answer', right: true }),
      trial({ outcome: 'choice', right: true }),
      trial({ outcome: 'choice' }),
      trial({}),
      trial({ answerable: false, outcome: 'answer' }),
      trial({ answerable: false }),
    ])
    expect(outcomes).toEqual({ answer: 2, choice: 2, none: 2 })
    expect({ precision, answeredRight, falseAnswers }).toEqual({ precision: 0.5, answeredRight: 0.5, falseAnswers: 0.5 })
  })

  it.each([
    ['all above', [0.9, 0.8], [0.2], 1],
    ['equal', [0.5], [0.5], 0.5],
    ['all below', [0.1], [0.2, 0.3], 0],
  ])('what has an answer stands %s what has none', (_, answerable, others, expected) => {
    const trials = [
      ...answerable.map((confidence) => trial({ confidence })),
      ...others.map((confidence) => trial({ answerable: false, confidence })),
    ]
    expect(measure(trials).auroc).toBe(expected)
  })

  it('what has nothing to be a share of is null', () => {
    expect(measure([trial({ answerable: false })])).toMatchObject({
      hit1: null,
      mrr: null,
      auroc: null,
      precision: null,
      answeredRight: null,
      falseAnswers: 0,
    })
    expect(measure([])).toMatchObject({ n: 0, p50Ms: null, p99Ms: null })
  })

  it('few questions give a wide interval, and none gives none', () => {
    expect(interval(0.5, 0)).toBeNull()
    const [low, high] = interval(1, 10) ?? [0, 0]
    expect(low).toBeCloseTo(0.722, 2)
    expect(high).toBe(1)
  })
})
