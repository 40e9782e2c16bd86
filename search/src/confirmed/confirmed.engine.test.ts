// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAnswerer, type Answerer } from '../answer/answerer.js'
import { connectEngine, type EngineClient } from '../client.js'
import { createContentReader } from '../content-reader.js'
import { engineKeys } from '../engine/engine-keys.js'
import { createPageReader } from '../reader.js'
import { rebuild } from '../rebuild.js'
import { createSuggester } from '../suggestions/suggester.js'
import { openDoor, type Door } from '../testing/door.js'
import { aConfirmedQuestion, aFaq, aLexiconEntry, aSheet, portolieto, valdombra } from '../testing/samples.js'
import { startEngine, type TestEngine } from '../testing/start-engine.js'
import { createIndexWriter } from '../writer.js'

let engine: TestEngine
let door: Door
let client: EngineClient
let snapshotDir: string
let faults: unknown[]
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
beforeEach(async () => {
  faults = []
  snapshotDir = mkdtempSync(join(tmpdir(), 'linea-comune-answers-'))
  await rebuild(engine.writer, sheets)
  return () => rmSync(snapshotDir, { recursive: true, force: true })
})

const park = 'Cura del verde pubblico'
const sheetsOf = (enteCode: string) => [
  aSheet({
    documentId: `park-${enteCode}`,
    enteCode,
    title: park,
    summary: 'Parchi, aiuole e alberi.',
    sections: { howTo: 'Allo sportello.', costs: 'È gratis.' },
  }),
  aSheet({ documentId: `registry-${enteCode}`, enteCode, title: 'Certificati anagrafici', summary: 'All’ufficio anagrafe.' }),
]
const sheets = [...sheetsOf(valdombra), ...sheetsOf(portolieto)]
const swing = aConfirmedQuestion({ documentId: 'swing', question: 'il dondolo cigola di notte', answer: `park-${valdombra}` })

const answerer = () => createAnswerer(client, { snapshotDir, onError: (error) => faults.push(error) })
const ask = async (who: Answerer, enteCode: string, q = 'Buonasera, di notte un dondolo cigola!') => {
  const { outcome, items } = await who.answer({ enteCode, enteSlug: enteCode, locale: 'it', q })
  return outcome === 'answer' ? (items[0]?.title ?? null) : null
}
const within = { timeout: 1000 }
const put = (...sources: Parameters<ReturnType<typeof createIndexWriter>['put']>[0]) => createIndexWriter(engine.writer).put(sources)

describe('a question whose answer an Ente confirmed', () => {
  it('is answered by that text at once, by no other Ente, until it is deleted', async () => {
    const who = answerer()
    expect([await ask(who, valdombra), await ask(who, portolieto)]).toEqual([null, null])
    await put(swing)
    await vi.waitFor(async () => expect(await ask(who, valdombra)).toBe(park), within)
    expect(await ask(who, portolieto)).toBeNull()
    await put({ ...swing, answer: `registry-${valdombra}` })
    await vi.waitFor(async () => expect(await ask(who, valdombra)).toBe('Certificati anagrafici'), within)
    await createIndexWriter(engine.writer).replaceDocument(swing.documentId, [])
    await vi.waitFor(async () => expect(await ask(who, valdombra)).toBeNull(), within)
  })

  it('is answered with the section that was asked for, as sure, and leaves the others in their order', async () => {
    await put({ ...swing, question: 'quanto costa il dondolo che cigola' })
    const who = answerer()
    const asked = { enteCode: valdombra, locale: 'it', q: 'quanto costa un dondolo che cigola?' } as const
    const { items } = await who.answer({ ...asked, enteSlug: 'valdombra' })
    expect(items).toMatchObject([{ title: park, section: 'Costi', probability: 1 }])
    const { ranked } = await who.consider(asked, 10)
    expect(ranked.map(({ document }) => document().title)).toEqual([park, 'Certificati anagrafici'])
  })

  it('is answered as before while its text is not published, or not for this Ente', async () => {
    await put(swing, { ...swing, documentId: 'other', question: 'la piscina ha le onde', answer: `park-${portolieto}` })
    const who = answerer()
    expect(await ask(who, valdombra)).toBe(park)
    expect(await ask(who, valdombra, 'le onde in piscina')).toBeNull()
    await createIndexWriter(engine.writer).replaceDocument(`park-${valdombra}`, [])
    await vi.waitFor(async () => expect(await ask(who, valdombra)).toBeNull(), within)
  })

  it('goes by what the Ente confirmed, and of that by what was confirmed later', async () => {
    const shared = aSheet({ documentId: 'shared', enteCode: null, title: 'Segnalazioni' })
    await put(shared, { ...swing, documentId: 'all', enteCode: null, answer: 'shared', confirmedOn: '2026-11-03T08:00:00.000Z' })
    expect([await ask(answerer(), valdombra), await ask(answerer(), portolieto)]).toEqual(['Segnalazioni', 'Segnalazioni'])
    await put(swing)
    expect([await ask(answerer(), valdombra), await ask(answerer(), portolieto)]).toEqual([park, 'Segnalazioni'])
    await put({ ...swing, documentId: 'later', confirmedOn: '2026-11-02T08:00:00.000Z', answer: `registry-${valdombra}` })
    expect(await ask(answerer(), valdombra)).toBe('Certificati anagrafici')
  })

  it('is heard with the words of its citizens', async () => {
    await put(swing, aLexiconEntry({ documentId: 'word', says: ['ballonzolo'], means: 'dondolo' }))
    expect(await ask(answerer(), valdombra, 'cigola di notte il ballonzolo')).toBe(park)
  })

  it('holds while the engine is away, from memory and after a start from disk', async () => {
    await put(swing)
    const who = answerer()
    expect(await ask(who, valdombra)).toBe(park)
    await vi.waitFor(() => expect(readFileSync(join(snapshotDir, `${valdombra}.jsonl`), 'utf8')).toContain('confirmed-question'))
    await door.shut()
    try {
      expect(await ask(who, valdombra)).toBe(park)
      expect(await ask(answerer(), valdombra)).toBe(park)
    } finally {
      await door.open()
    }
  })

  it('that cannot be used is left out and reported once', async () => {
    await put(swing, { ...swing, documentId: 'broken', question: '' })
    const who = answerer()
    expect(await ask(who, valdombra)).toBe(park)
    expect(await ask(who, valdombra)).toBe(park)
    expect(faults.map(String)).toEqual([expect.stringContaining('the confirmed question c_v001_broken_it is left out')])
  })

  it('is found by no page, list, suggestion or API', async () => {
    await put(swing, aFaq({ documentId: 'faq', question: 'Quanto costa il nido?' }))
    const query = { enteCode: valdombra, locale: 'it', page: 1, pageSize: 50, q: 'dondolo' } as const
    const pages = createPageReader(client)
    expect([(await pages.sheets(query)).total, (await pages.faqs(query)).total]).toEqual([0, 0])
    expect(await createSuggester(client).suggest({ enteCode: valdombra, enteSlug: 'v', q: 'dondolo', locale: 'it' })).toEqual([])
    for (const kind of ['sheet', 'faq'] as const) {
      const { entries } = await createContentReader(client).list({
        kind,
        order: { by: 'title', descending: false },
        after: null,
        limit: 50,
      })
      expect(entries.map(({ documentId }) => documentId)).not.toContain(swing.documentId)
    }
    expect((await client.index('pages').search('dondolo')).hits).toEqual([])
  })
})
