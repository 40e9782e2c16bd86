// SPDX-License-Identifier: AGPL-3.0-or-later
import { readdirSync, rmSync } from 'node:fs'
import type { MultiSearchParams } from 'meilisearch'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { EngineClient } from '../client.js'
import { consider, listen } from '../answer/consider.js'
import { readLearned } from '../answer/learned.js'
import { rebuild } from '../rebuild.js'
import { aFaq, aSheet } from '../testing/samples.js'
import { startEngine, temporaryFolder, type TestEngine } from '../testing/start-engine.js'
import { createIndexWriter } from '../writer.js'
import { createShelves, type Shelves } from './shelves.js'
import { createSpill } from './spill.js'
import { startingWorkshop } from './workshop.js'

let engine: TestEngine
let folder: string
beforeAll(async () => {
  engine = await startEngine()
})
afterAll(() => engine.stop())
beforeEach(() => {
  folder = temporaryFolder()
  return () => rmSync(folder, { recursive: true, force: true })
})

const enti = Array.from({ length: 12 }, (_, number) => `c_s${String(number).padStart(3, '0')}`)
const priceOf = (ente: string, price: string) =>
  aSheet({ documentId: `nido-${ente}`, enteCode: ente, title: 'Iscrizione all’asilo nido', sections: { costs: `${price} a ${ente}.` } })
const shared = aFaq({ documentId: 'olio', enteCode: null, question: 'Dove si butta l’olio usato?', answer: 'Al centro di raccolta.' })
const workshop = startingWorkshop()
const learned = readLearned()

/** What citizens of an Ente are told first. */
const ask = (shelves: Shelves, ente: string, q: string): Promise<string> =>
  shelves.with(ente, ({ scope }) => {
    const [first] = consider(workshop, learned, scope, listen(workshop, scope, { q, locale: 'it' })).ranked
    const document = first?.document()
    return document?.sections[0]?.text ?? document?.text ?? ''
  })

/** An engine beside which something happens whenever whole documents were read from it. */
const afterReading = (client: EngineClient, happen: (documents: number) => Promise<void>): EngineClient => {
  const watched = Object.create(client) as EngineClient
  // Asked in one way only here.
  watched.multiSearch = (async (asked: MultiSearchParams) => {
    const answer = await client.multiSearch(asked)
    const documents = answer.results.at(-1)?.hits.filter((hit) => 'title' in hit) ?? []
    await happen(documents.length)
    return answer
  }) as EngineClient['multiSearch']
  return watched
}

/** So small that no two Enti fit into memory. */
const crowded = () => createShelves(engine.reader, workshop, { spill: createSpill(folder), mostBytes: 1 })

describe('Enti that do not fit into memory', () => {
  it('are answered from their own texts, all at once and one after the other', async () => {
    await rebuild(engine.writer, [shared, ...enti.map((ente) => priceOf(ente, 'Dieci euro'))])
    const shelves = crowded()
    for (let round = 0; round < 5; round++) {
      const asked = [...enti, ...enti.toReversed()]
      const told = await Promise.all(asked.map((ente) => ask(shelves, ente, 'quanto costa il nido')))
      expect(told).toEqual(asked.map((ente) => `Dieci euro a ${ente}.`))
      for (const ente of enti) expect(await ask(shelves, ente, 'dove butto l’olio usato')).toBe('Al centro di raccolta.')
    }
  })

  it('are in step with what is published, however much is asked meanwhile', async () => {
    await rebuild(engine.writer, [shared, ...enti.map((ente) => priceOf(ente, 'Dieci euro'))])
    const writer = createIndexWriter(engine.writer)
    const shelves = crowded()
    let changing = true
    const crowd = Array.from({ length: 6 }, async (_, person) => {
      for (let turn = person; changing; turn++) {
        const ente = enti[turn % enti.length] ?? ''
        expect(await ask(shelves, ente, 'quanto costa il nido')).toMatch(new RegExp(`^\\S+ euro a ${ente}\\.$`))
      }
    })
    for (const price of ['Venti euro', 'Trenta euro']) {
      await writer.put(enti.map((ente) => priceOf(ente, price)))
      for (const ente of enti)
        await vi.waitFor(async () => expect(await ask(shelves, ente, 'quanto costa il nido')).toBe(`${price} a ${ente}.`), {
          timeout: 3000,
        })
    }
    changing = false
    await Promise.all(crowd)
  })

  it('leave nothing behind on disk', async () => {
    await rebuild(engine.writer, [priceOf('c_s000', 'Dieci euro')])
    expect(await ask(crowded(), 'c_s000', 'quanto costa il nido')).toBe('Dieci euro a c_s000.')
    expect(readdirSync(folder)).toEqual([])
  })
})

describe('a large Ente', () => {
  it('is answered from texts of every part of its shelf', async () => {
    const many = Array.from({ length: 1200 }, (_, n) =>
      aFaq({ documentId: `d${String(n)}`, enteCode: 'c_s000', question: `Sala numero ${String(n)}`, answer: `La sala ${String(n)}.` }),
    )
    await rebuild(engine.writer, [shared, ...many])
    const shelves = createShelves(engine.reader, workshop, { spill: createSpill(folder) })
    for (const number of [0, 499, 500, 999, 1000, 1199])
      expect(await ask(shelves, 'c_s000', `dove è la sala numero ${String(number)}`)).toBe(`La sala ${String(number)}.`)
  })

  it('is answered from the newest state of a text that changed while its shelf was read', async () => {
    const many = Array.from({ length: 600 }, (_, n) =>
      aFaq({ documentId: `d${String(n)}`, enteCode: 'c_s000', question: `Sala numero ${String(n)}`, answer: `La sala ${String(n)}.` }),
    )
    await rebuild(engine.writer, [shared, ...many])
    const writer = createIndexWriter(engine.writer)
    let changed = false
    const shelves = createShelves(
      afterReading(engine.reader, async (documents) => {
        if (changed || documents < 500) return
        changed = true
        await writer.put([aFaq({ documentId: 'd7', enteCode: 'c_s000', question: 'Palestra comunale', answer: 'In via Roma.' })])
      }),
      workshop,
      { spill: createSpill(folder) },
    )
    expect(await ask(shelves, 'c_s000', 'dove è la palestra')).toBe('In via Roma.')
    expect(changed).toBe(true)
    await shelves.with(
      'c_s000',
      ({
        scope: {
          shelves: [own],
        },
      }) => expect(own.size).toBe(600),
    )
  })
})
