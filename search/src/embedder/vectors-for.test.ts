// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, it } from 'vitest'
import { createVectorsFor } from './vectors-for.js'

/** A service whose vectors tell the length of a text, and which can be away. */
const aService = () => {
  const service = {
    away: false,
    asked: [] as number[],
    vectorsOf: (texts: readonly string[]) => {
      service.asked.push(texts.length)
      return service.away ? Promise.reject(new Error('away')) : Promise.resolve(texts.map(({ length }) => [length]))
    },
  }
  return service
}
const vector = (...embeddings: number[]) => ({ _vectors: { meaning: { embeddings, regenerate: false } }, awaitsVector: false })
const awaited = { ...vector(), awaitsVector: true }

it('gives each text its vector, some at a time, and none to what has no text', async () => {
  const service = aService()
  const vectors = createVectorsFor(service, () => undefined)
  expect(await vectors.of(['due', null, 'cinque'])).toEqual([vector(3), vector(), vector(6)])
  expect(await vectors.of(Array.from({ length: 70 }, () => 'x'))).toEqual(Array.from({ length: 70 }, () => vector(1)))
  expect(service.asked).toEqual([2, 32, 32, 6])
})

it('leaves a service alone for a minute that was away, and says so once', async () => {
  const service = aService()
  const faults: unknown[] = []
  let now = 0
  const vectors = createVectorsFor(
    service,
    (error) => faults.push(error),
    () => now,
  )
  service.away = true
  expect(await vectors.of(['uno'])).toEqual([awaited])
  service.away = false
  now = 59_000
  expect(await vectors.of(['uno', null])).toEqual([awaited, vector()])
  now = 60_000
  expect(await vectors.of(['uno'])).toEqual([vector(3)])
  expect(faults).toHaveLength(1)
})
