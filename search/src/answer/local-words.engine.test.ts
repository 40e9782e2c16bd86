// SPDX-License-Identifier: AGPL-3.0-or-later
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { connectEngine, type EngineClient } from '../client.js'
import { createContentReader } from '../content-reader.js'
import { engineKeys } from '../engine/engine-keys.js'
import { createPageReader } from '../reader.js'
import { rebuild } from '../rebuild.js'
import { createSuggester } from '../suggestions/suggester.js'
import { openDoor, type Door } from '../testing/door.js'
import { aFaq, aLexiconEntry, anEnte, aSheet, portolieto, valdombra } from '../testing/samples.js'
import { startEngine, type TestEngine } from '../testing/start-engine.js'
import { createIndexWriter } from '../writer.js'
import { createAnswerer, type Answerer } from './answerer.js'

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

const bulky = 'Ritiro dei rifiuti ingombranti'
const sheetsOf = (enteCode: string) => [
  aSheet({ documentId: `bulky-${enteCode}`, enteCode, title: bulky, summary: 'Come far portare via mobili ed elettrodomestici.' }),
  aSheet({ documentId: `registry-${enteCode}`, enteCode, title: 'Certificati anagrafici', summary: 'All’ufficio anagrafe.' }),
]
const sheets = [...sheetsOf(valdombra), ...sheetsOf(portolieto)]
const ecomobile = aLexiconEntry({ documentId: 'ecomobile', says: ['l’ecomobile', 'eco mobile'], means: 'ritiro rifiuti ingombranti' })

const answerer = () => createAnswerer(client, { snapshotDir, onError: (error) => faults.push(error) })
const ask = async (who: Answerer, enteCode: string, q = 'quando passa l’ecomobile?') => {
  const { items } = await who.answer({ enteCode, enteSlug: enteCode, locale: 'it', q })
  return items[0]?.title ?? null
}
const within = { timeout: 1000 }

describe('an Ente’s own words', () => {
  it('change its answers at once, those of no other Ente, and end with the entry', async () => {
    const who = answerer()
    const writer = createIndexWriter(engine.writer)
    expect([await ask(who, valdombra), await ask(who, portolieto)]).toEqual([null, null])
    await writer.put([ecomobile])
    await vi.waitFor(async () => expect(await ask(who, valdombra)).toBe(bulky), within)
    expect(await ask(who, portolieto)).toBeNull()
    await writer.put([{ ...ecomobile, means: 'certificati anagrafici' }])
    await vi.waitFor(async () => expect(await ask(who, valdombra)).toBe('Certificati anagrafici'), within)
    await writer.replaceDocument(ecomobile.documentId, [])
    await vi.waitFor(async () => expect(await ask(who, valdombra)).toBeNull(), within)
  })

  it('of the federation change the answers of all', async () => {
    const who = answerer()
    await createIndexWriter(engine.writer).put([{ ...ecomobile, enteCode: null }])
    await vi.waitFor(async () => {
      expect([await ask(who, valdombra), await ask(who, portolieto)]).toEqual([bulky, bulky])
    }, within)
  })

  it('hold while the engine is away, from memory and after a start from disk', async () => {
    await createIndexWriter(engine.writer).put([ecomobile])
    const who = answerer()
    expect(await ask(who, valdombra)).toBe(bulky)
    await vi.waitFor(() => expect(readFileSync(join(snapshotDir, `${valdombra}.jsonl`), 'utf8')).toContain('lexicon-entry'))
    await door.shut()
    try {
      expect(await ask(who, valdombra)).toBe(bulky)
      expect(await ask(answerer(), valdombra)).toBe(bulky)
    } finally {
      await door.open()
    }
  })

  it('that cannot be used are left out and reported once, and everything else is answered', async () => {
    await createIndexWriter(engine.writer).put([ecomobile, { ...ecomobile, documentId: 'broken', says: ['di', 'cui'] }])
    const who = answerer()
    expect(await ask(who, valdombra)).toBe(bulky)
    expect(await ask(who, valdombra, 'certificati anagrafici')).toBe('Certificati anagrafici')
    expect(faults.map(String)).toEqual([expect.stringContaining('the lexicon entry c_v001_broken_it is left out')])
  })

  it('are found by no page, list, suggestion or API', async () => {
    await createIndexWriter(engine.writer).put([
      ecomobile,
      aFaq({ documentId: 'faq', question: 'Quanto costa il nido?' }),
      anEnte({ code: valdombra, slug: 'valdombra', name: 'Valdombra' }),
    ])
    const query = { enteCode: valdombra, locale: 'it', page: 1, pageSize: 50, q: 'ecomobile' } as const
    const pages = createPageReader(client)
    expect([(await pages.sheets(query)).total, (await pages.faqs(query)).total]).toEqual([0, 0])
    expect(await createSuggester(client).suggest({ enteCode: valdombra, enteSlug: 'v', q: 'ecomobile', locale: 'it' })).toEqual([])
    const listed = await createContentReader(client).list({
      kind: 'sheet',
      order: { by: 'title', descending: false },
      after: null,
      limit: 50,
    })
    expect(listed.entries.map(({ documentId }) => documentId).toSorted()).toEqual(
      sheetsOf(valdombra)
        .map(({ documentId }) => documentId)
        .toSorted(),
    )
    expect((await client.index('pages').search('ecomobile')).hits).toEqual([])
  })
})

describe('an entry that nobody has saved', () => {
  const tried = {
    enteCode: valdombra,
    documentId: '',
    entry: { locale: 'it', says: ['ecomobile'], means: 'ritiro rifiuti ingombranti' },
  } as const
  const questions = ['quando passa l’ecomobile?', 'certificati anagrafici'].map((q) => ({ q, locale: 'it' as const }))

  it('shows which questions it would answer differently, and changes nothing', async () => {
    const who = answerer()
    expect(await who.tryEntry({ ...tried, questions })).toEqual({
      changes: [
        {
          q: 'quando passa l’ecomobile?',
          before: { outcome: 'none', first: null },
          after: { outcome: 'answer', first: { documentId: `bulky-${valdombra}`, title: bulky } },
        },
      ],
      known: true,
      degraded: false,
    })
    expect(await ask(who, valdombra)).toBeNull()
  })

  it('is compared with the one that it would replace, or end', async () => {
    await createIndexWriter(engine.writer).put([ecomobile])
    const who = answerer()
    const replaces = { ...tried, documentId: ecomobile.documentId, questions }
    expect((await who.tryEntry(replaces)).changes).toEqual([])
    expect((await who.tryEntry({ ...replaces, entry: null })).changes).toMatchObject([
      { before: { first: { title: bulky } }, after: { outcome: 'none', first: null } },
    ])
  })

  it('whose words no text and no need knows is told so', async () => {
    const who = answerer()
    expect((await who.tryEntry({ ...tried, entry: { ...tried.entry, means: 'xkcdqwz' }, questions })).known).toBe(false)
  })

  it('of the federation is tried on the federation’s texts', async () => {
    await rebuild(engine.writer, [...sheets, aSheet({ documentId: 'shared', enteCode: null, title: 'Raccolta differenziata' })])
    const entry = { ...tried.entry, means: 'raccolta differenziata' }
    const { changes } = await answerer().tryEntry({ ...tried, enteCode: null, entry, questions })
    expect(changes).toMatchObject([{ after: { first: { documentId: 'shared' } } }])
  })
})
