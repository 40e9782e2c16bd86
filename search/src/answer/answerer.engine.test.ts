// SPDX-License-Identifier: AGPL-3.0-or-later
import { appendFileSync, mkdtempSync, readFileSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { connectEngine, type EngineClient } from '../client.js'
import { engineKeys } from '../engine/engine-keys.js'
import { rebuild } from '../rebuild.js'
import { openDoor, type Door } from '../testing/door.js'
import { aFaq, aSheet, valdombra } from '../testing/samples.js'
import { startEngine, type TestEngine } from '../testing/start-engine.js'
import { createIndexWriter } from '../writer.js'
import { createAnswerer, type Answerer } from './answerer.js'

let engine: TestEngine
let door: Door
let client: EngineClient
let snapshotDir: string
beforeAll(async () => {
  engine = await startEngine()
  door = await openDoor(engine.supervisor.url)
  const { searchKey } = await engineKeys(engine.supervisor.url, engine.supervisor.masterKey)
  client = connectEngine({ url: door.url, apiKey: searchKey })
})
afterAll(async () => {
  await door.shut()
  await engine.stop()
})
beforeEach(() => {
  snapshotDir = mkdtempSync(join(tmpdir(), 'linea-comune-answers-'))
  return () => rmSync(snapshotDir, { recursive: true, force: true })
})

const nido = aSheet({ documentId: 'nido', title: 'Iscrizione all’asilo nido', sections: { costs: 'Secondo l’ISEE.', howTo: 'Online.' } })
const faq = aFaq({
  documentId: 'olio',
  enteCode: null,
  question: 'Dove si butta l’olio usato in cucina?',
  answer: 'Al centro di raccolta.',
})
const ask = (answerer: Answerer, q: string) => answerer.answer({ enteCode: valdombra, enteSlug: 'valdombra', locale: 'it', q })
const faults: unknown[] = []
const answererOn = (dir = snapshotDir) => createAnswerer(client, { snapshotDir: dir, onError: (error) => faults.push(error) })
const withDoorShut = async (use: () => Promise<void>): Promise<void> => {
  await door.shut()
  try {
    await use()
  } finally {
    await door.open()
  }
}

describe('while the engine is away', () => {
  it('questions are answered from what was known, marked, and as they should be once it is back', async () => {
    await rebuild(engine.writer, [nido, faq])
    const answerer = answererOn()
    const before = await ask(answerer, 'quanto costa il nido')
    expect(before).toMatchObject({ outcome: 'answer', degraded: false, items: [{ text: 'Secondo l’ISEE.' }] })
    await withDoorShut(async () => {
      await vi.waitFor(async () => expect((await ask(answerer, 'quanto costa il nido')).degraded).toBe(true))
      const meanwhile = await ask(answerer, 'quanto costa il nido')
      expect(meanwhile).toMatchObject({ outcome: 'answer', degraded: true })
      expect(meanwhile.items).toEqual(before.items)
      expect((await ask(answerer, 'dove butto l’olio usato')).items.map(({ text }) => text)).toContain('Al centro di raccolta.')
    })
    await vi.waitFor(async () => expect((await ask(answerer, 'quanto costa il nido')).degraded).toBe(false), { timeout: 5000 })
  })

  it('a front office that starts meanwhile answers from the disk, also when its last line was cut off', async () => {
    await rebuild(engine.writer, [nido, faq])
    await ask(answererOn(), 'quanto costa il nido')
    await vi.waitFor(() => expect(readdirSync(snapshotDir).sort()).toEqual([`${valdombra}.jsonl`, 'fed.jsonl'].sort()))
    appendFileSync(join(snapshotDir, `${valdombra}.jsonl`), '{"id":"half')
    await withDoorShut(async () => {
      expect(await ask(answererOn(), 'quanto costa il nido')).toMatchObject({
        outcome: 'answer',
        degraded: true,
        items: [{ text: 'Secondo l’ISEE.' }],
      })
    })
  })

  it('without anything on disk nobody answers, and it says why', async () => {
    await withDoorShut(async () => {
      expect(await ask(answererOn(join(snapshotDir, 'nothing')), 'quanto costa il nido')).toMatchObject({ outcome: 'none', degraded: true })
    })
  })
})

describe('in step with the engine', () => {
  it('what is published, changed or removed is so in the answers within a second, and on disk', async () => {
    await rebuild(engine.writer, [faq])
    const writer = createIndexWriter(engine.writer)
    const answerer = answererOn()
    const cost = async () => (await ask(answerer, 'quanto costa il nido')).items.map(({ text }) => text)
    expect(await cost()).toEqual([])
    await writer.put([nido])
    await vi.waitFor(async () => expect(await cost()).toEqual(['Secondo l’ISEE.']), { timeout: 1000 })
    await writer.put([{ ...nido, sections: { costs: 'Gratis.' } }])
    await vi.waitFor(async () => expect(await cost()).toEqual(['Gratis.']), { timeout: 1000 })
    await writer.remove({ documentId: 'nido' })
    await vi.waitFor(async () => expect(await cost()).toEqual([]), { timeout: 1000 })
    await vi.waitFor(async () => {
      await cost()
      expect(readFileSync(join(snapshotDir, `${valdombra}.jsonl`), 'utf8')).toBe('')
    })
  })

  it('the last state wins, however many ask while it changes', async () => {
    await rebuild(engine.writer, [nido, faq])
    const writer = createIndexWriter(engine.writer)
    const answerer = answererOn()
    let changing = true
    const crowd = Array.from({ length: 8 }, async () => {
      while (changing) await ask(answerer, 'quanto costa il nido')
    })
    for (const price of ['Uno.', 'Due.', 'Tre.', 'Quattro.']) {
      await writer.put([{ ...nido, sections: { costs: price } }])
      await vi.waitFor(async () => expect((await ask(answerer, 'quanto costa il nido')).items[0]?.text).toBe(price))
    }
    await writer.put([{ ...nido, title: 'Passo carrabile', sections: { costs: 'Cinque.' } }])
    await vi.waitFor(async () => expect((await ask(answerer, 'quanto costa il passo carrabile')).items[0]?.text).toBe('Cinque.'))
    changing = false
    await Promise.all(crowd)
  })

  it('a rebuild replaces what was known', async () => {
    await rebuild(engine.writer, [nido, faq])
    const answerer = answererOn()
    expect((await ask(answerer, 'quanto costa il nido')).outcome).toBe('answer')
    await rebuild(engine.writer, [{ ...nido, sections: { costs: 'Dopo la ricostruzione.' } }, faq])
    await vi.waitFor(async () => expect((await ask(answerer, 'quanto costa il nido')).items[0]?.text).toBe('Dopo la ricostruzione.'))
  })
})
