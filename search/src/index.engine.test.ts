// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Locale } from '@linea-comune/config'
import { createAnswerer } from './answer/answerer.js'
import { connectEngine } from './client.js'
import { indexedIds } from './indexed-ids.js'
import type { IndexSource } from './model.js'
import { createPageReader } from './reader.js'
import { rebuild } from './rebuild.js'
import { aFaq, anEnte, anOffice, aSheet, aTerm, portolieto, valdombra } from './testing/samples.js'
import { startEngine, type TestEngine } from './testing/start-engine.js'
import { createIndexWriter, type IndexWriter } from './writer.js'

let engine: TestEngine
let writer: IndexWriter

beforeAll(async () => {
  engine = await startEngine()
  writer = createIndexWriter(engine.writer)
})
afterAll(() => engine.stop())

const start = (sources: readonly IndexSource[]) => rebuild(engine.writer, sources)
const idsOf = async (documentId: string): Promise<string[]> =>
  (await indexedIds(engine.writer)).filter((found) => found.documentId === documentId).map(({ id }) => id)
const reader = () => createPageReader(engine.reader)
const titlesFor = async (enteCode: string, q?: string): Promise<string[]> => {
  const query = { enteCode, locale: 'it' as const, page: 1, pageSize: 50 }
  return (await reader().sheets(q === undefined ? query : { ...query, q })).items.map(({ title }) => title)
}
const ask = (q: string, given: { enteCode?: string; locale?: Locale } = {}) =>
  createAnswerer(engine.reader).answer({ enteCode: valdombra, enteSlug: 'valdombra', locale: 'it', q, ...given })

describe('writing', () => {
  it('a new engine asks to be filled, and is content once it is', async () => {
    await writer.prepare()
    await writer.prepare()
    expect(await writer.needsRebuild()).toBe(true)
    await start([])
    expect(await writer.needsRebuild()).toBe(false)
  })

  it('what is put is found at once, by readers and by questions', async () => {
    await start([])
    await writer.put([aSheet({ documentId: 'nido', title: 'Iscrizione all’asilo nido', sections: { costs: 'Secondo l’ISEE.' } })])
    expect(await titlesFor(valdombra)).toEqual(['Iscrizione all’asilo nido'])
    expect((await ask('quanto costa il nido')).items[0]).toMatchObject({ id: 'c_v001_nido_it', text: 'Secondo l’ISEE.', section: 'Costi' })
  })

  it('what is removed is gone, in one language or in all', async () => {
    const texts = [
      aSheet({ documentId: 'a', title: 'Titolo' }),
      aSheet({ documentId: 'a', title: 'Title', locale: 'en' }),
      aSheet({ documentId: 'b', title: 'Altro' }),
    ]
    await start(texts)
    await writer.remove({ documentId: 'a', locales: ['en'] })
    expect(await idsOf('a')).toEqual(['c_v001_a_it'])
    await writer.remove({ documentId: 'a' })
    expect(await idsOf('a')).toEqual([])
    expect(await idsOf('b')).toHaveLength(1)
  })

  it('a sheet that moves to another Ente leaves nothing behind', async () => {
    const sheet = aSheet({ documentId: 'moves', title: 'Scheda che si trasferisce' })
    await start([sheet])
    await writer.replaceDocument('moves', [{ ...sheet, enteCode: portolieto }])
    expect(await idsOf('moves')).toEqual(['c_p002_moves_it'])
    expect(await titlesFor(valdombra)).toEqual([])
    expect((await ask('scheda che si trasferisce')).outcome).toBe('none')
  })

  it('a document without published texts disappears, others beside it are brought up to date', async () => {
    await start([aSheet({ documentId: 'gone', title: 'Via' }), aSheet({ documentId: 'stays', title: 'Vecchio titolo' })])
    await writer.replaceDocuments(
      new Map<string, IndexSource[]>([
        ['gone', []],
        ['stays', [aSheet({ documentId: 'stays', title: 'Nuovo titolo' })]],
      ]),
    )
    expect(await titlesFor(valdombra)).toEqual(['Nuovo titolo'])
  })

  it('a value with quotes removes nothing else', async () => {
    await start([aSheet({ documentId: 'safe', title: 'Resta' })])
    await writer.remove({ documentId: 'x" OR documentId != "y' })
    expect(await titlesFor(valdombra)).toEqual(['Resta'])
  })

  it('the key of the front office cannot write', async () => {
    await expect(createIndexWriter(engine.reader).put([aSheet({ documentId: 'no', title: 'No' })])).rejects.toThrow()
  })
})

describe('rebuilding', () => {
  const many = (title: string) =>
    Array.from({ length: 1500 }, (_, index) => aSheet({ documentId: `d${String(index)}`, title: `${title} ${String(index)}` }))

  it('no search fails and none is empty meanwhile, and afterwards the new texts are there', async () => {
    await start(many('Vecchio servizio'))
    let searches = 0
    let over = false
    const wrong: unknown[] = []
    const searching = Promise.all(
      Array.from({ length: 4 }, async () => {
        while (!over) {
          searches++
          await titlesFor(valdombra, 'servizio').then(
            (titles) => titles.length === 0 && wrong.push('empty'),
            (error: unknown) => wrong.push(error),
          )
        }
      }),
    )
    const progress: number[] = []
    const { indexed } = await rebuild(engine.writer, many('Nuovo servizio'), (count) => progress.push(count))
    over = true
    await searching
    expect(wrong).toEqual([])
    expect(searches).toBeGreaterThan(10)
    expect(indexed).toBe(1500)
    expect(progress.at(-1)).toBe(1500)
    expect((await titlesFor(valdombra)).every((title) => title.startsWith('Nuovo'))).toBe(true)
    expect(await indexedIds(engine.writer)).toHaveLength(1500)
  })

  it('what a killed rebuild left behind is cleaned by the next one', async () => {
    await engine.writer
      .index('pages_next')
      .addDocuments([{ id: 'left', kind: 'sheet', scope: valdombra }], { primaryKey: 'id' })
      .waitTask()
    await start([aSheet({ documentId: 'only', title: 'Solo questa' })])
    expect((await indexedIds(engine.writer)).map(({ documentId }) => documentId)).toEqual(['only'])
    const { results } = await engine.writer.getRawIndexes()
    expect(results.map(({ uid }) => uid).sort()).toEqual(['pages', 'questions'])
  })

  it('a rebuild whose source breaks changes nothing', async () => {
    await start([aSheet({ documentId: 'kept', title: 'Resta' })])
    const breaking = async function* (): AsyncGenerator<IndexSource> {
      yield aSheet({ documentId: 'half', title: 'Metà' })
      await Promise.reject(new Error('database gone'))
    }
    await expect(rebuild(engine.writer, breaking())).rejects.toThrow('database gone')
    expect(await titlesFor(valdombra)).toEqual(['Resta'])
  })
})

describe('reading pages', () => {
  const category = aTerm({ code: 'casa', slug: 'casa', name: 'Casa' })
  const topic = aTerm({ code: 't1', slug: 'abitazione', name: 'Abitazione', translations: [{ locale: 'de', name: 'Wohnen', summary: '' }] })
  beforeAll(() =>
    start([
      anEnte({ code: valdombra, slug: 'valdombra', name: 'Comune di Valdombra' }),
      anEnte({ code: portolieto, slug: 'portolieto', name: 'Città di Portolieto', lifecycle: 'suspended' }),
      aSheet({ documentId: 'own', slug: 'residenza', title: 'Residenza a Valdombra', categories: [category], topics: [topic] }),
      aSheet({
        documentId: 'model',
        slug: 'residenza',
        title: 'Residenza',
        enteCode: null,
        givesWayTo: [valdombra],
        categories: [category],
      }),
      aSheet({
        documentId: 'fed',
        slug: 'matrimonio',
        title: 'Matrimonio',
        enteCode: null,
        locales: ['it', 'en', 'de'],
        categories: [category],
      }),
      aSheet({ documentId: 'fed', slug: 'matrimonio', title: 'Wedding', enteCode: null, locale: 'en', locales: ['it', 'en', 'de'] }),
      aSheet({ documentId: 'fed', slug: 'hochzeit', title: 'Hochzeit', enteCode: null, locale: 'de', locales: ['it', 'en', 'de'] }),
      aSheet({ documentId: 'other', slug: 'imu', title: 'IMU a Portolieto', enteCode: portolieto }),
      aFaq({ documentId: 'q1', question: 'Quando apre il Comune?' }),
      anOffice({
        documentId: 'o1',
        slug: 'anagrafe',
        name: 'Anagrafe',
        duties: '**Tutto**',
        translations: [{ locale: 'de', name: 'Meldeamt', summary: 'Ausweise.' }],
      }),
    ]),
  )
  const query = { enteCode: valdombra, locale: 'it' as const, page: 1, pageSize: 10 }

  it('every Ente is listed, active or not, and found by address and code', async () => {
    expect((await reader().enti()).map(({ name, lifecycle }) => [name, lifecycle])).toEqual([
      ['Città di Portolieto', 'suspended'],
      ['Comune di Valdombra', 'active'],
    ])
    expect((await reader().enteBySlug('valdombra'))?.code).toBe(valdombra)
    expect((await reader().enteByCode(portolieto))?.slug).toBe('portolieto')
    expect(await reader().enteBySlug('x" OR slug = "valdombra')).toBeNull()
  })

  it('an Ente shows its own sheets and the federation’s, its own in place of the same one', async () => {
    expect((await reader().sheets(query)).items.map(({ title }) => title)).toEqual(['Matrimonio', 'Residenza a Valdombra'])
    expect((await reader().sheets({ ...query, enteCode: portolieto })).items.map(({ title }) => title)).toEqual([
      'IMU a Portolieto',
      'Matrimonio',
      'Residenza',
    ])
  })

  it('each document is listed in the wanted language, or in Italian', async () => {
    expect((await reader().sheets({ ...query, locale: 'en' })).items.map(({ title }) => title)).toEqual([
      'Residenza a Valdombra',
      'Wedding',
    ])
  })

  it('lists are cut into pages and narrowed by category, topic and words', async () => {
    expect(await reader().sheets({ ...query, page: 2, pageSize: 1 })).toMatchObject({
      total: 2,
      items: [{ title: 'Residenza a Valdombra' }],
    })
    expect((await reader().sheets({ ...query, category: 'casa' })).total).toBe(2)
    expect((await reader().sheets({ ...query, topic: 't1' })).items.map(({ title }) => title)).toEqual(['Residenza a Valdombra'])
    expect((await reader().sheets({ ...query, category: 'casa" OR kind = "ente' })).total).toBe(0)
    expect(await titlesFor(valdombra, 'la residenza')).toEqual(['Residenza a Valdombra'])
    expect(await titlesFor(valdombra, 'l’, ???')).toHaveLength(2)
  })

  it('a sheet is read in the wanted language, or in Italian and says so', async () => {
    expect(await reader().sheet({ enteCode: valdombra, slug: 'matrimonio', locale: 'en' })).toMatchObject({
      page: { title: 'Wedding' },
      fallback: false,
    })
    expect(await reader().sheet({ enteCode: valdombra, slug: 'residenza', locale: 'de' })).toMatchObject({
      page: { title: 'Residenza a Valdombra' },
      fallback: true,
    })
    expect(await reader().sheet({ enteCode: valdombra, slug: 'imu', locale: 'it' })).toBeNull()
  })

  it('a sheet is found by its address in any language, and read in the wanted one', async () => {
    const titleOf = async (slug: string, locale: Locale) => (await reader().sheet({ enteCode: valdombra, slug, locale }))?.page.title
    expect(await titleOf('hochzeit', 'de')).toBe('Hochzeit')
    expect(await titleOf('hochzeit', 'it')).toBe('Matrimonio')
    expect(await titleOf('hochzeit', 'en')).toBe('Wedding')
    expect(await titleOf('matrimonio', 'de')).toBe('Hochzeit')
    expect(await reader().sheet({ enteCode: valdombra, slug: 'hochzeit', locale: 'sl' })).toMatchObject({
      page: { title: 'Matrimonio' },
      fallback: true,
    })
  })

  it('categories are counted as the list shows them', async () => {
    expect(await reader().categories({ enteCode: valdombra, locale: 'it' })).toEqual([
      { code: 'casa', slug: category.slug, name: category.name, nameLocale: 'it', count: 2 },
    ])
  })

  it('questions and offices are read', async () => {
    expect((await reader().faqs(query)).items[0]).toMatchObject({ question: 'Quando apre il Comune?', answer: { text: 'Risposta.' } })
    expect((await reader().offices({ enteCode: valdombra, locale: 'it' })).map(({ name }) => name)).toEqual(['Anagrafe'])
    expect((await reader().office({ enteCode: valdombra, slug: 'anagrafe', locale: 'it' }))?.duties.html).toContain(
      '<strong>Tutto</strong>',
    )
    expect(await reader().office({ enteCode: portolieto, slug: 'anagrafe', locale: 'it' })).toBeNull()
  })

  it('offices, categories and topics have their names in the language of the reader, and say which language that is', async () => {
    const german = { enteCode: valdombra, locale: 'de' as const }
    expect(await reader().offices(german)).toMatchObject([{ name: 'Meldeamt', nameLocale: 'de', summary: 'Ausweise.' }])
    expect(await reader().office({ ...german, slug: 'anagrafe' })).toMatchObject({ name: 'Meldeamt' })
    expect(await reader().office({ ...german, locale: 'sl', slug: 'anagrafe' })).toMatchObject({ name: 'Anagrafe', nameLocale: 'it' })
    // The sheet itself is not translated: it is read in Italian, under German topics.
    const found = await reader().sheet({ ...german, slug: 'residenza' })
    expect(found).toMatchObject({
      fallback: true,
      page: { title: 'Residenza a Valdombra', topics: [{ name: 'Wohnen', nameLocale: 'de' }], categories: [{ nameLocale: 'it' }] },
    })
  })

  it('a page carries nothing that only queries need', async () => {
    const found = await reader().sheet({ enteCode: valdombra, slug: 'residenza', locale: 'it' })
    expect(Object.keys(found?.page ?? {})).not.toContain('sortTitle')
  })
})

describe('answering', () => {
  const card = { title: 'Carta d’identità elettronica', slug: 'carta-identita', sections: { costs: '22,21 euro', howTo: 'Prenota.' } }
  beforeAll(() =>
    start([
      aSheet({ documentId: 'cie', ...card, locales: ['it', 'en'] }),
      aSheet({
        documentId: 'cie',
        ...card,
        locale: 'en',
        title: 'Electronic identity card',
        sections: { costs: '22.21 euros' },
        locales: ['it', 'en'],
        outdatedSince: '2026-11-02T08:00:00.000Z',
      }),
      aFaq({
        documentId: 'biblio',
        question: 'Quando apre la biblioteca?',
        phrasings: ['orari biblioteca'],
        answer: 'Dalle **9** alle 18.',
      }),
      aSheet({ documentId: 'imu', slug: 'imu', title: 'IMU', enteCode: portolieto, sections: { times: '16 giugno' } }),
      aSheet({ documentId: 'passo', title: 'Passo carrabile', sections: { costs: '80 euro' } }),
      aSheet({
        documentId: 'passo-di-tutti',
        title: 'Passo carrabile',
        enteCode: null,
        givesWayTo: [valdombra],
        sections: { costs: 'Chiedi al Comune' },
      }),
      ...Array.from({ length: 20 }, (_, index) => aSheet({ documentId: `x${String(index)}`, title: `Servizio ${String(index)}` })),
    ]),
  )

  it('a clear question is answered by the section that answers', async () => {
    expect(await ask('quanto costa la carta d’identità?')).toMatchObject({
      outcome: 'answer',
      degraded: false,
      items: [
        {
          id: 'c_v001_cie_it',
          kind: 'sheet',
          section: 'Costi',
          text: '22,21 euro',
          url: '/valdombra/servizi/carta-identita#costs',
          ente: valdombra,
        },
      ],
    })
  })

  it('a FAQ is answered with its whole text', async () => {
    expect((await ask('orari biblioteca')).items[0]).toMatchObject({
      kind: 'faq',
      section: null,
      text: 'Dalle 9 alle 18.',
      url: '/valdombra/domande?domanda=biblio#biblio',
    })
  })

  it('typing errors are forgiven', async () => {
    expect((await ask('orari bibloteca')).items[0]?.id).toBe('c_v001_biblio_it')
    expect((await ask('quanto costa la carta didentita')).items[0]?.id).toBe('c_v001_cie_it')
  })

  it('on an English page the English text answers, and the address says so', async () => {
    expect((await ask('how much is the identity card', { locale: 'en' })).items[0]).toMatchObject({
      id: 'c_v001_cie_en',
      text: '22.21 euros',
      url: '/valdombra/servizi/carta-identita?lang=en#costs',
      locale: 'en',
      outdatedSince: '2026-11-02T08:00:00.000Z',
    })
  })

  it('on a page in a language without translation the Italian text answers, and says that it is Italian', async () => {
    expect((await ask('Koliko stane osebna izkaznica?', { locale: 'sl' })).items[0]).toMatchObject({
      id: 'c_v001_cie_it',
      locale: 'it',
      outdatedSince: null,
    })
    expect((await ask('Combien coûte la carte d’identité ?', { locale: 'fr' })).items[0]?.id).toBe('c_v001_cie_it')
  })

  it('a question in English on an Italian page finds the Italian text', async () => {
    expect((await ask('how much is the identity card')).items[0]?.id).toBe('c_v001_cie_it')
  })

  it('the federation’s sheet answers where an Ente has nothing in its place, and only there', async () => {
    const question = 'quanto costa il passo carrabile?'
    expect((await ask(question)).items.map(({ id }) => id)).toEqual(['c_v001_passo_it'])
    expect((await ask(question, { enteCode: portolieto })).items.map(({ id }) => id)).toEqual(['fed_passo-di-tutti_it'])
  })

  it('another Ente’s texts never answer', async () => {
    expect((await ask('quando scade l’imu')).outcome).toBe('none')
    expect((await ask('quando scade l’imu', { enteCode: portolieto })).items[0]?.id).toBe('c_p002_imu_it')
  })

  it.each([
    '',
    ' ',
    '?',
    'a',
    '😀',
    '\u0000',
    '"',
    '\\',
    '""""',
    "'; DROP TABLE",
    'x'.repeat(10_240),
    'parola '.repeat(1500),
    '\ud800',
    '*',
    '-carta',
    '"carta',
  ])('%j is no fault', async (q) => {
    expect(await ask(q)).toMatchObject({ degraded: false })
  })

  it.each(['', '???', 'qual è la capitale dell’Australia', 'ricetta della carbonara'])(
    '"%s" is answered with an honest none',
    async (q) => {
      expect(await ask(q)).toMatchObject({ outcome: 'none', items: [], degraded: false })
    },
  )

  it('without an engine the answer is none and says that it is degraded', async () => {
    const nowhere = connectEngine({ url: 'http://127.0.0.1:9', apiKey: 'none' })
    const errors: unknown[] = []
    const answerer = createAnswerer(nowhere, { onError: (error) => errors.push(error) })
    expect(await answerer.answer({ enteCode: valdombra, enteSlug: 'v', q: 'carta', locale: 'it' })).toMatchObject({
      outcome: 'none',
      items: [],
      degraded: true,
    })
    expect(errors).toHaveLength(1)
  })
})
