// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { all, any, equals, isOneOf } from './filter.js'

describe('filters', () => {
  it.each([
    ['c_l378', 'scope = "c_l378"'],
    ['a" OR scope = "b', 'scope = "a\\" OR scope = \\"b"'],
    ['a\\" OR 1', 'scope = "a\\\\\\" OR 1"'],
  ])('%s stays a value', (value, filter) => {
    expect(equals('scope', value)).toBe(filter)
  })

  it('conditions that do not apply are left out', () => {
    expect(all(equals('a', '1'), null, any(equals('b', '2'), isOneOf('c', ['3', '4'])))).toBe(
      '(a = "1") AND ((b = "2") OR (c IN ["3", "4"]))',
    )
  })
})
