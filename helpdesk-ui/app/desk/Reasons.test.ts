// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { refusalOf, refusalsOf } from './Reasons'

const whyNot = (move: string): string => (move === 'note' ? 'ruolo' : 'stato')

describe('moves that are not possible', () => {
  const refusals = refusalsOf(['answer', 'note', 'forward'], whyNot, 'perche')

  it('share one reason when it is the same', () => {
    expect(refusals).toEqual([
      { id: 'perche-0', reason: 'stato', moves: ['answer', 'forward'] },
      { id: 'perche-1', reason: 'ruolo', moves: ['note'] },
    ])
  })
  it('each find their reason', () => {
    expect(refusalOf(refusals, 'forward')?.id).toBe('perche-0')
    expect(refusalOf(refusals, 'take')).toBeUndefined()
  })
})
