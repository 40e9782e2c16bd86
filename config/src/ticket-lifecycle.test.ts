// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest'
import { afterMove, canMove, isFinal, onCitizenMessage, ticketMoves, ticketStates } from './ticket-lifecycle.js'

describe('a ticket', () => {
  test('can reach every state from the first one', () => {
    const reached = new Set(['new'])
    for (const state of reached) {
      for (const move of ticketMoves) {
        const next = afterMove(state as (typeof ticketStates)[number], move)
        if (next !== null) reached.add(next)
      }
    }
    expect([...reached].sort()).toEqual([...ticketStates].sort())
  })

  test.each(ticketStates.map((state) => [state]))('in state %s is over, or can be moved on', (state) => {
    expect(isFinal(state)).toBe(state === 'closed')
  })

  test('that is closed stays as it is', () => {
    for (const move of ticketMoves) expect(canMove('closed', move)).toBe(false)
  })

  test.each([
    ['waiting_citizen', 'citizenReplies'],
    ['answered', 'reopen'],
    ['new', 'none'],
    ['forwarded', 'none'],
    ['closed', 'refused'],
  ] as const)('in state %s takes a citizen’s message as %s', (state, effect) => {
    expect(onCitizenMessage(state)).toBe(effect)
  })
})
