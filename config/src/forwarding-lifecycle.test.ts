// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest'
import { afterForwardingMove, forwardingMoves, forwardingStates, isForwardingOpen } from './forwarding-lifecycle.js'

describe('a forwarding', () => {
  test.each(forwardingStates.map((state) => [state]))('in state %s can be answered exactly while it is open', (state) => {
    expect(afterForwardingMove(state, 'answer') === 'answered').toBe(isForwardingOpen(state))
  })

  test('that was answered, refused or withdrawn cannot change any more', () => {
    for (const state of ['answered', 'refused', 'withdrawn'] as const)
      for (const move of forwardingMoves) expect(afterForwardingMove(state, move)).toBeNull()
  })
})
