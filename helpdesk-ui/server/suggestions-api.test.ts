// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EntePage } from '@linea-comune/search'
import { describe, expect, it } from 'vitest'
import { toFaultAnswer } from './answers-api.js'
import { suggestionsRequest } from './suggestions-api.js'

/** An Ente of which only this much is asked. */
const anEnte = (lifecycle: EntePage['lifecycle']): EntePage => ({ code: 'c_v001', slug: 'valdombra', lifecycle }) as EntePage

const doors = (lifecycle: EntePage['lifecycle'] = 'active') => {
  const asked: string[] = []
  return {
    asked,
    enteBySlug: (slug: string) => Promise.resolve(slug === 'valdombra' ? anEnte(lifecycle) : null),
    knowledge: {
      suggester: {
        suggest: ({ q }: { q: string }) => {
          asked.push(q)
          return q === 'down' ? Promise.reject(new Error('no engine')) : Promise.resolve([])
        },
      },
    },
  }
}

describe('GET /api/suggestions', () => {
  it.each([
    ['an Ente nobody knows', { ente: 'ignoto', q: 'ca' }, 404, 'unknown-ente'],
    ['a language it does not speak', { ente: 'valdombra', q: 'ca', locale: 'xx' }, 400, 'invalid-input'],
    ['no question', { ente: 'valdombra' }, 400, 'invalid-input'],
    ['no Ente', { q: 'ca' }, 400, 'invalid-input'],
  ])('refuses %s', async (_name, query: Record<string, string>, status, code) => {
    const fault = toFaultAnswer(await suggestionsRequest(doors(), query).catch((thrown: unknown) => thrown))
    expect([fault.status, fault.body.error.code]).toEqual([status, code])
  })

  it('says nothing for an Ente that left', async () => {
    await expect(suggestionsRequest(doors('left'), { ente: 'valdombra', q: 'ca' })).rejects.toMatchObject({ code: 'ente-left' })
  })

  it('takes a question that has not begun, and gives the engine no control characters', async () => {
    const { asked, ...open } = doors()
    for (const q of ['', 'ca\u0000rta'])
      expect(await suggestionsRequest(open, { ente: 'valdombra', q })).toEqual({ items: [], degraded: false })
    expect(asked).toEqual(['', 'ca rta'])
  })

  it('suggests nothing while the engine is away, and says so', async () => {
    expect(await suggestionsRequest(doors(), { ente: 'valdombra', q: 'down' })).toEqual({ items: [], degraded: true })
  })
})
