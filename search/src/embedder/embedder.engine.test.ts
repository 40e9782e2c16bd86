// SPDX-License-Identifier: AGPL-3.0-or-later
import { parseEnv, type AnswersResponse, type AskedQuestion } from '@linea-comune/config'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createAnswerer, type Answerer, type Question } from '../answer/answerer.js'
import { rebuild } from '../rebuild.js'
import { openDoor, type Door } from '../testing/door.js'
import { dimensions, startModelsService, type ModelsService } from '../testing/models-service.js'
import { aFaq, aLexiconEntry, aSheet, portolieto, valdombra } from '../testing/samples.js'
import { startEngine, type TestEngine } from '../testing/start-engine.js'
import { createIndexWriter } from '../writer.js'
import { createEmbedder, type Embedder } from './embedder.js'

let engine: TestEngine
let service: ModelsService
let door: Door
let faults: unknown[]
beforeAll(async () => {
  engine = await startEngine()
  service = await startModelsService()
  door = await openDoor(service.url)
})
afterAll(async () => {
  await door.shut()
  await service.shut()
  await engine.stop()
})
beforeEach(() => {
  faults = []
  service.asked.length = 0
})
afterEach(() => service.goOn())

const key = 'chiave-del-servizio'
const embedderOf = (source: string): Embedder => {
  const embedder = createEmbedder(
    parseEnv({
      EMBEDDER: source,
      EMBEDDER_URL: door.url,
      EMBEDDER_MODEL: 'modello-di-prova',
      EMBEDDER_DIMENSIONS: String(dimensions),
      EMBEDDER_KEY: key,
    }),
  )
  if (embedder === null) throw new Error('an embedder was named')
  return embedder
}

const driveway = aSheet({ documentId: 'passo', title: 'Passo carrabile', sections: { howTo: 'Si chiede in municipio.' } })
const elsewhere = aSheet({ documentId: 'altrove', title: 'Passo carrabile', enteCode: portolieto })
const shared = aFaq({ documentId: 'lutto', enteCode: null, question: 'Come funziona la cremazione?' })
const replaced = aFaq({ documentId: 'vecchio', enteCode: null, givesWayTo: [valdombra], question: 'Che cos’è il passo carrabile?' })
const both = aFaq({ documentId: 'due', enteCode: portolieto, question: 'L’asilo nido e la cremazione costano?' })
const nursery = aSheet({ documentId: 'nido', title: 'Iscrizione all’asilo nido' })
const texts = [driveway, elsewhere, shared, replaced, both, nursery, aLexiconEntry({ documentId: 'p', says: ['bimbo'], means: 'nido' })]

/** No word of it stands in a text or in the lexicon. */
const unheard = 'xkcd posteggiano zzyzx'
const pauseMs = 400

/** How the answer came, and what is kept of the question. */
const ask = async (answerer: Answerer, q = unheard, given: Partial<Question> = {}): Promise<AnswersResponse & { kept: AskedQuestion }> => {
  let kept: AskedQuestion | undefined
  const answered = await answerer.answer(
    { enteCode: valdombra, enteSlug: 'valdombra', locale: 'it', q, ...given },
    (asked) => (kept = asked),
  )
  if (kept === undefined) throw new Error('nothing was kept')
  return { ...answered, kept }
}
const idsIn = ({ items }: AnswersResponse): string[] => items.map(({ id }) => id)
const own = `${valdombra}_passo_it`

describe.each(['ollama', 'rest', 'userProvided'])('an embedder through %s', (source) => {
  let embedder: Embedder
  beforeAll(async () => {
    embedder = embedderOf(source)
    await rebuild(engine.writer, texts, undefined, embedder)
  })
  const answererOf = (meaning = {}) =>
    createAnswerer(engine.reader, { embedder, meaning: { timeoutMs: 2000, pauseMs, ...meaning }, onError: (error) => faults.push(error) })

  it('offers what is near in meaning where no word matches, as a choice and never as the answer', async () => {
    const answered = await ask(answererOf())
    expect(answered).toMatchObject({ outcome: 'choice', degraded: false, items: [{ id: own, text: 'Si chiede in municipio.' }] })
    expect(answered.items).toHaveLength(1)
    expect(answered.kept).toMatchObject({ outcome: 'choice', ranked: [own], probability: { first: 0, three: 0 } })
    expect(faults).toEqual([])
  })

  it('offers the federation’s texts to every Ente, and an Ente’s own to no other', async () => {
    expect(idsIn(await ask(answererOf(), 'xkcd trapassato zzyzx'))).toEqual(['fed_lutto_it'])
    expect(idsIn(await ask(answererOf(), unheard, { enteCode: portolieto }))).toEqual([`${portolieto}_altrove_it`, 'fed_vecchio_it'])
    expect(idsIn(await ask(answererOf(), unheard, { enteCode: 'c_x999' }))).toEqual(['fed_vecchio_it'])
  })

  it('offers nothing that is not near enough, and asks nobody when the words found an answer', async () => {
    expect(await ask(answererOf(), 'xkcd qwertz zzyzx')).toMatchObject({ outcome: 'none', items: [] })
    service.asked.length = 0
    expect((await ask(answererOf(), 'iscrizione asilo nido')).outcome).not.toBe('none')
    expect(service.asked).toEqual([])
  })

  it('measures nearness by the angle, and offers what is nearer than EMBEDDER_LEAST', async () => {
    // Half of what the text means is what was asked: the angle is of 45 degrees, its cosine 0.71.
    const askWith = (least: number) =>
      ask(createAnswerer(engine.reader, { embedder: { ...embedder, least } }), 'xkcd frugoletti zzyzx', { enteCode: portolieto })
    expect(idsIn(await askWith(0.72))).toEqual([])
    const { items } = await askWith(0.7)
    expect(items.map(({ id, score }) => ({ id, score }))).toEqual([
      { id: `${portolieto}_due_it`, score: expect.closeTo(Math.SQRT1_2, 3) as number },
    ])
  })

  it('shows the service its key, and nothing that tells who asks', async () => {
    await ask(answererOf(), `${unheard} mario.rossi@posta.example 333 1234567`)
    expect(service.asked.map(({ text }) => text)).toEqual([unheard])
    expect(service.asked.map((asked) => asked.key)).toEqual([`Bearer ${key}`])
  })

  it('follows what is published, changed and removed', async () => {
    const writer = createIndexWriter(engine.writer, { embedder })
    const answerer = answererOf()
    await writer.remove({ documentId: 'passo' })
    await vi.waitFor(async () => expect(idsIn(await ask(answerer))).toEqual([]), { timeout: 3000 })
    await writer.put([{ ...nursery, title: 'Altro', keywords: ['passo carrabile'] }])
    await vi.waitFor(async () => expect(idsIn(await ask(answerer))).toEqual([`${valdombra}_nido_it`]), { timeout: 3000 })
    await writer.put([driveway, nursery])
    await vi.waitFor(async () => expect(idsIn(await ask(answerer))).toEqual([own]), { timeout: 3000 })
  })

  it('that is slow leaves the none as it is, within the time that a citizen waits, and is left alone for a while', async () => {
    const answerer = answererOf({ timeoutMs: 50 })
    await ask(answerer, 'xkcd qwertz zzyzx')
    service.hang()
    await vi.waitFor(async () => expect(await ask(answerer)).toMatchObject({ outcome: 'none', degraded: false }))
    await ask(answerer)
    expect(faults).toHaveLength(1)
  })

  it('that is away leaves the none as it is, is reported once, and comes back by itself', async () => {
    const answerer = answererOf({ timeoutMs: 300 })
    await door.shut()
    try {
      for (let time = 0; time < 3; time++)
        expect(await ask(answerer)).toMatchObject({ outcome: 'none', degraded: false, kept: { outcome: 'none' } })
      expect(faults).toHaveLength(1)
    } finally {
      await door.open()
    }
    await vi.waitFor(async () => expect(idsIn(await ask(answerer))).toEqual([own]), { timeout: 10_000, interval: 200 })
  })

  it('that is away holds up no publication, and what was published meanwhile is told once it is back', async () => {
    const away: unknown[] = []
    const writer = createIndexWriter(engine.writer, { embedder, onError: (error) => away.push(error) })
    const late = aSheet({ documentId: 'tardi', title: 'Testo uscito nel frattempo', keywords: ['passo carrabile'] })
    await door.shut()
    try {
      await writer.put([late])
      await vi.waitFor(async () => expect(idsIn(await ask(answererOf(), 'testo uscito nel frattempo'))).toContain(`${valdombra}_tardi_it`))
      expect(away).toHaveLength(1)
      expect(await writer.awaitingVectors()).toEqual([])
    } finally {
      await door.open()
    }
    expect(await writer.awaitingVectors()).toEqual([{ kind: 'sheet', documentId: 'tardi' }])
    await createIndexWriter(engine.writer, { embedder }).put([late])
    expect(await writer.awaitingVectors()).toEqual([])
    await vi.waitFor(async () => expect(idsIn(await ask(answererOf()))).toEqual(expect.arrayContaining([own, `${valdombra}_tardi_it`])))
    await writer.remove({ documentId: 'tardi' })
  })

  it('that is new, changed or gone has the index built anew', async () => {
    const needsRebuild = (given: Embedder | null) => createIndexWriter(engine.writer, { embedder: given }).needsRebuild()
    expect(await needsRebuild(embedder)).toBe(false)
    expect(await needsRebuild(null)).toBe(true)
    expect(await needsRebuild({ ...embedder, origin: 'another model' })).toBe(true)
    expect(await needsRebuild({ ...embedder, least: 0.5 })).toBe(false)
  })
})

describe('without an embedder', () => {
  it('the engine knows none, and no request leaves', async () => {
    expect(createEmbedder(parseEnv({}))).toBeNull()
    await rebuild(engine.writer, texts)
    expect(await engine.writer.index('questions').getEmbedders()).toEqual({})
    expect(await ask(createAnswerer(engine.reader))).toMatchObject({ outcome: 'none', items: [] })
    expect(service.asked).toEqual([])
  })
})

describe('a service that is no embedder', () => {
  it.each([
    ['/altro', /status 404/],
    ['', /dimensions/],
  ])('at “%s” is told for what it is, and never repeats what was asked', async (path, message) => {
    const { vectorsOf } = {
      ...createEmbedder(parseEnv({ EMBEDDER: 'rest', EMBEDDER_URL: `${door.url}${path}`, EMBEDDER_MODEL: 'm', EMBEDDER_DIMENSIONS: '7' })),
    }
    const fault = await vectorsOf?.(['segreto'], AbortSignal.timeout(2000)).catch((error: unknown) => String(error))
    expect(fault).toMatch(message)
    expect(fault).not.toContain('segreto')
  })
})
