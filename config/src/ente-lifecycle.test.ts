// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { enteLifecycles, isRemembered, isShown, shownLifecycles, takesTickets } from './ente-lifecycle.js'

describe('how an Ente takes part', () => {
  it('only one that takes part can be written to', () => {
    expect(enteLifecycles.filter(takesTickets)).toEqual(['active'])
  })
  it('a suspended one is still read; one that is only known, or has left, is not', () => {
    expect(shownLifecycles).toEqual(['active', 'suspended'])
  })
  it('what citizens could once find is never a page that does not exist', () => {
    expect(enteLifecycles.filter(isRemembered)).toEqual(['active', 'suspended', 'left'])
    for (const lifecycle of enteLifecycles) if (isShown(lifecycle)) expect(isRemembered(lifecycle)).toBe(true)
  })
})
