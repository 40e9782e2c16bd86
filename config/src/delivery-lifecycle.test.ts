// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest'
import { nextAttemptInMs } from './delivery-lifecycle.js'

const waits = (outcome: 'retry' | 'configuration'): number[] => {
  const list: number[] = []
  for (let attempts = 1; ; attempts++) {
    const wait = nextAttemptInMs(outcome, attempts)
    if (wait === null) return list
    list.push(wait)
  }
}

describe('a delivery that fails', () => {
  test('is tried again for longer than the longest Italian closure, 114 hours', () => {
    expect(waits('retry').reduce((sum, wait) => sum + wait, 0) / 3_600_000).toBeGreaterThan(114)
  })

  test('is tried slowly for a week when somebody has to mend something', () => {
    expect(waits('configuration').reduce((sum, wait) => sum + wait, 0) / 3_600_000).toBeGreaterThan(160)
    expect(waits('configuration').length).toBeLessThan(12)
  })

  test('is not tried again when it was refused for good', () => {
    expect(nextAttemptInMs('refused', 1)).toBeNull()
  })
})
