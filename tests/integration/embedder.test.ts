// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connectEngine, createAnswerer, createEmbedder, type Answerer } from '@linea-comune/search'
import { parseEnv } from '@linea-comune/config'
import { openDoor, type Door } from '../../search/src/testing/door.js'
import { dimensions, startModelsService, type ModelsService } from '../../search/src/testing/models-service.js'
import { sheetUid } from '../probes/uids.js'
import { startEngine, type TestEngine } from '../support/engine.js'
import { fromBackOffice, openFederation, type Federation, type TestStrapi } from '../support/federation.js'
import { until } from '../support/until.js'

interface Indexing {
  firstTry: Promise<void>
  stop: () => Promise<void>
}

describe('a federation with an embedder', () => {
  let engine: TestEngine
  let service: ModelsService
  let door: Door
  let federation: Federation
  let answerer: Answerer
  let indexing: Indexing
  beforeAll(async () => {
    engine = await startEngine()
    service = await startModelsService()
    door = await openDoor(service.url)
    const embedderEnv = {
      EMBEDDER: 'userProvided',
      EMBEDDER_URL: door.url,
      EMBEDDER_MODEL: 'modello-di-prova',
      EMBEDDER_DIMENSIONS: String(dimensions),
    }
    federation = await openFederation(embedderEnv)
    // Patient, since a busy machine is no embedder that is away.
    answerer = createAnswerer(connectEngine(engine), {
      embedder: createEmbedder(parseEnv(embedderEnv)),
      meaning: { timeoutMs: 5000, pauseMs: 100 },
    })
    indexing = await startIndexing()
  })
  afterAll(async () => {
    await indexing.stop()
    await federation.stop()
    await door.shut()
    await service.shut()
    await engine.stop()
  })

  const startIndexing = async (): Promise<Indexing> => {
    const started = fromBackOffice<{ startIndexing: (s: TestStrapi, e: unknown) => Indexing }>('indexing/start-indexing.js').startIndexing(
      federation.strapi,
      engine.client,
    )
    await started.firstTry
    return started
  }
  const publish = (title: string) =>
    federation.strapi.documents(sheetUid).create({ locale: 'it', status: 'published', data: { title, enteCode: 'c_a' } })
  const ask = async (q: string) => {
    const { outcome, items } = await answerer.answer({ enteCode: 'c_a', enteSlug: 'comune-a', q, locale: 'it' })
    return { outcome, titles: items.map(({ title }) => title) }
  }
  const answered = (q: string, title: string) => until(title, async () => (await ask(q)).titles.includes(title))

  test('offers what was published to whoever asks for it in words that no text knows', async () => {
    await publish('Passo carrabile')
    await answered('xkcd posteggiano zzyzx', 'Passo carrabile')
    expect(await ask('xkcd posteggiano zzyzx')).toEqual({ outcome: 'choice', titles: ['Passo carrabile'] })
  })

  test('publishes while it is away, and goes on with the vectors that are missing once it is back', async () => {
    await door.shut()
    await publish('Iscrizione all’asilo nido')
    await answered('iscrizione asilo nido', 'Iscrizione all’asilo nido')
    await door.open()
    // Looked for when the worker starts, then every minute.
    await indexing.stop()
    indexing = await startIndexing()
    await answered('xkcd frugoletti zzyzx', 'Iscrizione all’asilo nido')
  })
})
