// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { nearness } from './nearness.js'

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
