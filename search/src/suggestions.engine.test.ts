// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { questionSuggestion, type Locale, type QuestionSuggestion } from '@linea-comune/config'
import { rebuild } from './rebuild.js'
import { createSuggester } from './suggestions/suggester.js'
import { aFaq, aSheet, aTerm, portolieto, valdombra } from './testing/samples.js'
import { startEngine, type TestEngine } from './testing/start-engine.js'

const registry = aTerm({ code: 'anagrafe', slug: 'anagrafe', name: 'Anagrafe' })
const card = { documentId: 'carta', slug: 'carta', topics: [registry], locales: ['it', 'de'] as Locale[] }

let engine: TestEngine
beforeAll(async () => {
  engine = await startEngine()
  await rebuild(engine.writer, [
    aSheet({ ...card, title: 'Carta d’identità elettronica' }),
    aSheet({ ...card, title: 'Elektronischer Personalausweis', locale: 'de', slug: 'ausweis' }),
    aSheet({ documentId: 'imu', title: 'Pagare l’IMU' }),
    aSheet({ documentId: 'rifiuti', title: 'Raccolta dei rifiuti', sections: { costs: 'Con la carta di credito.' } }),
    aSheet({ documentId: 'permesso', title: 'Permesso per la sosta' }),
    aSheet({ documentId: 'fed-nido', title: 'Asilo nido', enteCode: null, topics: [registry] }),
    aSheet({
      documentId: 'fed-carta',
      title: 'Carta d’identità, testo comune',
      enteCode: null,
      givesWayTo: [valdombra],
      topics: [registry],
    }),
    aSheet({ documentId: 'porto', title: 'Carta del porto', enteCode: portolieto, topics: [registry] }),
    ...['Beta', 'Alfa'].map((name) => aSheet({ documentId: `fed-${name}`, title: `Biblioteca ${name}`, enteCode: null })),
    aSheet({ documentId: 'zeta', title: 'Biblioteca Zeta' }),
    aFaq({ documentId: 'orari', question: 'Quando apre lo sportello?', phrasings: ['orari del comune', 'a che ora chiudete'] }),
    ...Array.from({ length: 10 }, (_, index) => aSheet({ documentId: `tassa-${String(index)}`, title: `Tassa numero ${String(index)}` })),
  ])
})
afterAll(() => engine.stop())

const suggest = async (q: string, given: { enteCode?: string; locale?: Locale } = {}): Promise<QuestionSuggestion[]> =>
  (await createSuggester(engine.reader).suggest({ enteCode: valdombra, enteSlug: 'valdombra', locale: 'it', q, ...given })).map((item) =>
    questionSuggestion.parse(item),
  )
const titles = async (...given: Parameters<typeof suggest>): Promise<string[]> => (await suggest(...given)).map(({ title }) => title)

describe('suggestions', () => {
  it.each([
    ['for two letters', 'ca', 'Carta d’identità elettronica'],
    ['for an elided article', 'l’imu', 'Pagare l’IMU'],
    ['for another apostrophe and no accent', "carta d'identita", 'Carta d’identità elettronica'],
    ['for an apostrophe left out', 'carta didentita', 'Carta d’identità elettronica'],
    ['for an error of typing', 'rifuti', 'Raccolta dei rifiuti'],
    ['for an error in a word being written', 'elettornic', 'Carta d’identità elettronica'],
    ['for a beginning that is an empty word by itself', 'per', 'Permesso per la sosta'],
    ['for a whole question', 'Quanto costa la carta d’iden', 'Carta d’identità elettronica'],
    ['for another phrasing, showing the question', 'orari', 'Quando apre lo sportello?'],
    ['for a text of the federation', 'asilo', 'Asilo nido'],
  ])('%s', async (_name, q, wanted) => {
    expect((await titles(q))[0]).toBe(wanted)
  })

  it('say where the letters are, and lead to the page', async () => {
    expect(await suggest('identita')).toEqual([
      {
        kind: 'sheet',
        title: 'Carta d’identità elettronica',
        matched: [[8, 16]],
        phrasing: null,
        url: '/valdombra/servizi/carta',
        locale: 'it',
        sheets: null,
      },
    ])
    expect((await suggest('sportello'))[0]).toMatchObject({ kind: 'faq', url: '/valdombra/domande?domanda=orari#orari', phrasing: null })
  })

  it('say which other phrasing matched, where the question itself has none of the words', async () => {
    expect(await suggest('comune orar')).toMatchObject([
      {
        title: 'Quando apre lo sportello?',
        matched: [],
        phrasing: {
          text: 'orari del comune',
          matched: [
            [0, 4],
            [10, 16],
          ],
        },
      },
    ])
  })

  it('are titles and questions, not what stands in the text', async () => {
    expect(await titles('credito')).toEqual([])
  })

  it('are six at most, and none for what is nowhere', async () => {
    expect(await titles('tassa')).toHaveLength(6)
    expect(await titles('barca rossa piena d’acqua')).toEqual([])
  })

  it('begin with the Ente’s own where others match as well, then follow the alphabet', async () => {
    expect(await titles('biblioteca')).toEqual(['Biblioteca Zeta', 'Biblioteca Alfa', 'Biblioteca Beta'])
  })

  it('leave out what shares fewer of the words', async () => {
    expect(await titles('carta elettronica')).toEqual(['Carta d’identità elettronica'])
  })

  it('are never another Ente’s, nor the federation’s where it gives way', async () => {
    expect(await titles('carta')).toEqual(['Carta d’identità elettronica'])
    expect((await titles('carta', { enteCode: portolieto })).toSorted()).toEqual(['Carta del porto', 'Carta d’identità, testo comune'])
    expect(await titles('carta', { enteCode: 'x" OR scope = "c_p002' })).toEqual(['Carta d’identità, testo comune'])
  })

  it('are in the language of the page, or in Italian', async () => {
    expect(await suggest('personal', { locale: 'de' })).toMatchObject([
      { title: 'Elektronischer Personalausweis', locale: 'de', url: '/valdombra/servizi/ausweis?lang=de' },
    ])
    expect(await suggest('rifiuti', { locale: 'de' })).toMatchObject([{ locale: 'it', url: '/valdombra/servizi/rifiuti?lang=de' }])
    expect(await titles('carta', { locale: 'de' })).toEqual([])
  })

  it('name topics with the number of sheets that this Ente’s citizens see', async () => {
    const topic = {
      kind: 'topic',
      title: 'Anagrafe',
      matched: [[0, 4]],
      phrasing: null,
      url: '/valdombra/servizi?argomento=anagrafe',
      locale: 'it',
      sheets: 2,
    }
    expect(await suggest('anag')).toEqual([topic])
    expect(await suggest('melder', { locale: 'de' })).toMatchObject([
      { title: 'Melderegister', url: '/valdombra/servizi?argomento=anagrafe&lang=de', sheets: 2 },
    ])
    // Known to the vocabulary, but nothing is written about it here.
    expect(await titles('turismo')).toEqual([])
  })

  it.each([
    ['nothing', ''],
    ['a space', ' '],
    ['a letter', 'a'],
    ['a NUL', '\u0000'],
    ['a quote', '"'],
    ['words of the engine', '" OR scope = "c_p002'],
    ['what the engine takes out', '-porto'],
    ['an emoji', '🐶'],
    ['ten thousand letters', 'x'.repeat(10_000)],
    ['letters stacked into a tower', `Z${'\u0351'.repeat(150)}`],
    ['half a character', 'a\ud800b'],
  ])('take %s for text', async (_name, q) => {
    expect((await titles(q)).filter((title) => title.includes('porto'))).toEqual([])
  })
})

describe('suggestions where little is published yet', () => {
  it.each([
    ['sheets and no question', [aSheet({ documentId: 'carta', title: 'Carta d’identità' })], ['Carta d’identità']],
    ['nothing', [], []],
  ])('%s: are what there is', async (_name, sources, wanted) => {
    const young = await startEngine()
    try {
      await rebuild(young.writer, sources)
      const found = await createSuggester(young.reader).suggest({ enteCode: valdombra, enteSlug: 'valdombra', locale: 'it', q: 'carta' })
      expect(found.map(({ title }) => title)).toEqual(wanted)
    } finally {
      await young.stop()
    }
  })
})
