// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { letterCosine, likeness } from './similarity.js'
import { nearness } from './typos.js'

describe('typing errors', () => {
  it.each([
    ['resident', 'resident', true],
    ['ersident', 'resident', true],
    ['residnt', 'resident', true],
    ['bibliotec', 'biblotec', true],
    ['matrimon', 'patrimon', true],
    ['cas', 'tas', false],
    ['nid', 'nud', false],
    ['mens', 'sens', false],
    ['carbonar', 'certific', false],
  ])('"%s" taken for "%s": %s', (typed, found, near) => {
    expect(nearness(typed, found) > 0).toBe(near)
  })

  it('a word with an error is worth less than the right one', () => {
    expect(nearness('residnt', 'resident')).toBeLessThan(1)
  })
})

describe('likeness', () => {
  const one = () => 1
  it.each([
    [['orar', 'bibliotec'], ['orar', 'bibliotec'], 1],
    [['orar', 'bibliotec'], ['bibliotec', 'orar'], 1],
    [['orar'], ['bibliotec'], 0],
    [['orar', 'bibliotec'], ['orar', 'nid'], 0.5],
    [[], [], 0],
  ])('%j and %j are %d alike', (a, b, expected) => {
    expect(likeness(a, b, one)).toBeCloseTo(expected)
  })

  it('the letters of two spellings are more alike than those of two words', () => {
    expect(letterCosine('residenza', 'residente')).toBeGreaterThan(letterCosine('residenza', 'matrimonio'))
    expect(letterCosine('', '')).toBeLessThanOrEqual(1)
  })
})
