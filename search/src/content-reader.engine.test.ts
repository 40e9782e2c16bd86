// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import type { EngineClient } from './client.js'
import { createContentReader, type ContentReader } from './content-reader.js'
import { toPageDocument } from './documents/page-document.js'
import { rebuild } from './rebuild.js'
import { whenDone } from './tasks.js'
import { anEnte, aSheet, portolieto, valdombra } from './testing/samples.js'
import { startEngine, type TestEngine } from './testing/start-engine.js'
import { createIndexWriter } from './writer.js'

const many = 2500
const enti = [
  anEnte({ code: valdombra, slug: 'valdombra', name: 'Valdombra' }),
  anEnte({ code: portolieto, slug: 'portolieto', name: 'Portolieto' }),
]
const sheets = Array.from({ length: many }, (_, number) =>
  aSheet({ documentId: `d${String(number)}`, title: `Servizio ${String(number)}`, enteCode: number % 10 === 0 ? portolieto : valdombra }),
)

let engine: TestEngine
let reader: ContentReader
let clock = 0
/** Filters of what was read, since the last time this was emptied. */
let asked: string[] = []

/** The front office's client, with an ear on it. */
const listening = (client: EngineClient): EngineClient =>
  new Proxy(client, {
    get: (target, name) => {
      const value: unknown = Reflect.get(target, name)
      if (name !== 'multiSearch') return value
      return (...given: Parameters<EngineClient['multiSearch']>) => {
        asked.push(...given[0].queries.map((query) => String(query.filter)).filter((filter) => filter.includes('stamp')))
        return target.multiSearch(...given)
      }
    },
  })

const totalOf = async (scope?: string): Promise<number> =>
  (await reader.list({ kind: 'sheet', order: 'relevance', after: null, limit: 1, ...(scope !== undefined && { scope }) })).total
const later = (ms = 1000): void => {
  clock += ms
  asked = []
}

beforeAll(async () => {
  engine = await startEngine()
})
afterAll(() => engine.stop())
beforeEach(async () => {
  await rebuild(engine.writer, [...enti, ...sheets])
  reader = createContentReader(listening(engine.reader), { now: () => clock, patienceMs: 60_000 })
  later(120_000)
})

it('more than the engine gives at once is read whole, with the key that can only search', async () => {
  expect([await totalOf(), await totalOf(portolieto)]).toEqual([many, many / 10])
})

it('when nothing changed one short question is asked in a second, and none within it', async () => {
  await totalOf()
  later()
  await totalOf()
  await totalOf()
  expect(asked).toHaveLength(1)
})

it('after a removal the entries of that Ente are read anew, and nobody else’s', async () => {
  await totalOf()
  await createIndexWriter(engine.writer).remove({ documentId: 'd10' })
  later()
  expect(await totalOf()).toBe(many - 1)
  expect(asked.slice(1).every((filter) => filter.includes(portolieto) && !filter.includes(valdombra))).toBe(true)
})

it('a write that became visible late, behind newer ones, is found within a minute', async () => {
  await totalOf()
  const [first] = sheets
  if (first === undefined) throw new Error('there are sheets')
  const late = { ...toPageDocument({ ...first, title: 'Arrivato tardi' }), stamp: (Date.now() - 60_000) * 1000 }
  await whenDone(engine.writer.index('pages').addDocuments([late]))
  const titleOf = async () => (await reader.versions('sheet', first.documentId))[0]?.sortTitle
  later()
  expect(await titleOf()).toBe('servizio 0')
  later(60_000)
  expect(await titleOf()).toBe('arrivato tardi')
})

it('whoever has something to show waits no longer than was agreed for what is new', async () => {
  const impatient = createContentReader(engine.reader, { now: () => clock, patienceMs: 0 })
  const read = () => impatient.list({ kind: 'ente', order: 'relevance', after: null, limit: 10 })
  expect((await read()).total).toBe(2)
  await rebuild(engine.writer, enti.slice(0, 1))
  later()
  expect((await read()).total).toBe(2)
})
