// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto'
import type { ApiConsumer } from '@linea-comune/config'
import { describe, expect, it } from 'vitest'
import { createConsumers } from './consumers.js'

const consumer = (key: string): ApiConsumer => ({
  id: key,
  keyHash: createHash('sha256').update(key).digest('base64url'),
  perMinute: 100,
})

const setUp = (...answers: (ApiConsumer[] | Error)[]) => {
  let now = 0
  let reads = 0
  const consumers = createConsumers(
    () => {
      const answer = answers[Math.min(reads++, answers.length - 1)] ?? []
      return answer instanceof Error ? Promise.reject(answer) : Promise.resolve(answer)
    },
    () => now,
  )
  return { consumers, wait: (ms: number) => (now += ms), reads: () => reads }
}

describe('the holders of keys', () => {
  it('are remembered for a minute, and while the back office is away', async () => {
    const { consumers, wait, reads } = setUp([consumer('a')], new Error('away'))
    expect(await consumers.ofKey('a')).toMatchObject({ id: 'a' })
    wait(59_000)
    expect(await consumers.ofKey('a')).toMatchObject({ id: 'a' })
    expect(reads()).toBe(1)
    wait(3_600_000)
    expect(await consumers.ofKey('a')).toMatchObject({ id: 'a' })
  })

  it('lose their key within a minute of its being revoked', async () => {
    const { consumers, wait } = setUp([consumer('a')], [])
    expect(await consumers.ofKey('a')).toMatchObject({ id: 'a' })
    wait(60_000)
    expect(await consumers.ofKey('a')).toBe('nobody')
  })

  it('may use a new key at once, and nobody can make us ask on every call', async () => {
    const { consumers, wait, reads } = setUp([], [consumer('new')])
    expect(await consumers.ofKey('old')).toBe('nobody')
    expect(await consumers.ofKey('older')).toBe('nobody')
    expect(reads()).toBe(1)
    wait(2000)
    expect(await consumers.ofKey('new')).toMatchObject({ id: 'new' })
  })

  it('cannot be told from others when the back office never answered', async () => {
    const { consumers } = setUp(new Error('away'))
    expect(await consumers.ofKey('a')).toBe('cannot-tell')
  })
})
