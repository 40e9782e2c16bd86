// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest'
import { weekOf } from './week-of'

test.each([
  ['2026-11-23T08:00:00Z', '2026-11-23', 'a Monday is its own'],
  ['2026-11-29T12:00:00Z', '2026-11-23', 'a Sunday belongs to the Monday before'],
  ['2026-11-29T23:30:00Z', '2026-11-30', 'past midnight in Rome the next week has begun'],
  ['2027-01-01T12:00:00Z', '2026-12-28', 'a week crosses the year'],
])('%s is in the week of %s: %s', (at, week) => {
  expect(weekOf(new Date(at))).toBe(week)
})
