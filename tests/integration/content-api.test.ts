// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto'
import { Validator } from '@seriousme/openapi-schema-validator'
import { connectEngine, createContentReader, rebuild, type IndexSource } from '@linea-comune/search'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createConsumers } from '../../helpdesk-ui/server/content-api/consumers.js'
import { createContentApi } from '../../helpdesk-ui/server/content-api/content-api.js'
import { listSchema } from '../../helpdesk-ui/server/content-api/openapi.js'
import { problemSchema } from '../../helpdesk-ui/server/content-api/problems.js'
import { resources } from '../../helpdesk-ui/server/content-api/resources.js'
import { createLimits } from '../../helpdesk-ui/server/limits.js'
import { aFaq, anEnte, anOffice, aSheet } from '../../search/src/testing/samples.js'
import { startEngine, type TestEngine } from '../support/engine.js'
import { startFrontOffice } from '../support/front-office.js'

const publicUrl = 'https://sportello.example'
const key = 'lc_prova'
const slowKey = 'lc_lenta'
const hashOf = (text: string): string => createHash('sha256').update(text).digest('base64url')

const category = (code: string, slug: string, name: string) => ({ code, slug, name, nameLocale: 'it' as const, translations: [] })
const registry = category('6', 'anagrafe-e-stato-civile', 'Anagrafe e stato civile')
const environment = category('11', 'ambiente', 'Ambiente')
const house = category('9', 'cambio-di-residenza-domicilio', 'Cambio di residenza/domicilio')
const office = anOffice({
  documentId: 'anagrafe',
  name: 'Anagrafe',
  duties: 'Tiene i **registri**.',
  hours: [{ day: 'mon', opens: '09:00', closes: '12:30' }],
})

const sources: IndexSource[] = [
  anEnte({ code: 'c_v001', slug: 'valdombra', name: 'Comune di Valdombra' }),
  anEnte({ code: 'c_p002', slug: 'portolieto', name: 'Comune di Portolieto', lifecycle: 'suspended' }),
  anEnte({
    code: 'c_l003',
    slug: 'lontano',
    name: 'Comune di Lontano',
    lifecycle: 'left',
    summary: 'Ora siamo altrove.',
    phone: '0555 333',
    email: 'protocollo@lontano.example',
    pec: 'pec@lontano.example',
    fiscalCode: '00000000333',
    website: 'https://lontano.example',
  }),
  office,
  aSheet({
    documentId: 'carta',
    title: 'Carta d’identità',
    summary: 'Come chiederla.',
    categories: [registry],
    lifeEvents: [house],
    offices: [office],
    sections: { costs: '22,21 €', howTo: '=Prenota' },
    locales: ['it', 'en'],
    updatedAt: '2026-10-01T08:00:00.000Z',
  }),
  aSheet({
    documentId: 'carta',
    title: 'Identity card',
    locale: 'en',
    locales: ['it', 'en'],
    outdatedSince: '2026-10-02T08:00:00.000Z',
    updatedAt: '2026-10-01T08:00:00.000Z',
  }),
  aSheet({
    documentId: 'rifiuti',
    title: 'Raccolta dei rifiuti',
    summary: '=HYPERLINK("http://male.example")',
    categories: [environment],
    active: false,
  }),
  aSheet({ documentId: 'porto', title: 'Ormeggio', enteCode: 'c_p002' }),
  aSheet({ documentId: 'via', title: 'Scheda di chi è uscito', enteCode: 'c_l003' }),
  aSheet({ documentId: 'comune', title: 'Cambio di residenza', enteCode: null, categories: [registry] }),
  // At the address where Valdombra has a sheet of its own.
  aSheet({ documentId: 'carta-comune', slug: 'carta', title: 'Carta d’identità, testo comune', enteCode: null, givesWayTo: ['c_v001'] }),
  aFaq({ documentId: 'quando', question: 'Quando apre l’anagrafe?', topics: [category('anagrafe', 'anagrafe', 'Anagrafe')] }),
]

describe('the content API', () => {
  let engine: TestEngine
  let api: ReturnType<typeof createContentApi>
  let clock = 0

  const open = (client = engine.client) => {
    const consumers = [
      { id: '1', keyHash: hashOf(key), perMinute: 100_000 },
      { id: '2', keyHash: hashOf(slowKey), perMinute: 2 },
    ]
    return createContentApi({
      reader: createContentReader(client, { now: () => clock, patienceMs: 60_000 }),
      consumers: createConsumers(() => Promise.resolve(consumers)),
      limits: createLimits(),
      publicUrl,
    })
  }
  const ask = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
    api.request(path, { method, headers: { authorization: `Bearer ${key}`, ...headers } })

  interface List {
    items: Record<string, unknown>[]
    total: number
    next: string | null
  }
  /** Reads a list, and holds the answer against the schema that documents it: nothing missing, nothing more. */
  const list = async (path: string): Promise<List> => {
    const response = await ask(path)
    const body = (await response.json()) as List
    expect([response.status, response.status === 200 ? '' : body], path).toEqual([200, ''])
    const resource = resources.find(({ name }) => path.startsWith(`/${name}`))
    if (resource === undefined) throw new Error(`no resource at ${path}`)
    const schema = path.includes('fields=') ? resource.schema.partial().required({ id: true }) : resource.schema
    expect(listSchema(schema).parse(body)).toEqual(body)
    return body
  }
  const idsOf = async (path: string): Promise<unknown[]> =>
    (await list(path)).items.map(({ id, locale }) => (locale === 'en' ? `${String(id)} en` : id))
  const problemOf = async (response: Response) => {
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    const body: unknown = await response.json()
    expect(problemSchema.parse(body)).toEqual(body)
    return problemSchema.parse(body)
  }
  /** A second later, when a change in the index must show. */
  const later = () => (clock += 1000)

  beforeAll(async () => {
    engine = await startEngine()
  })
  afterAll(() => engine.stop())
  beforeEach(async () => {
    await rebuild(engine.client, sources)
    api = open()
  })

  describe('a list', () => {
    test.each([
      ['/sheets', ['comune', 'carta', 'carta-comune', 'porto', 'rifiuti']],
      ['/sheets?locale=all', ['comune', 'carta', 'carta-comune', 'carta en', 'porto', 'rifiuti']],
      ['/sheets?locale=en', ['carta en']],
      ['/sheets?ente=c_v001', ['carta', 'rifiuti']],
      ['/sheets?ente=valdombra', ['carta', 'rifiuti']],
      ['/sheets?ente=federation', ['comune', 'carta-comune']],
      ['/sheets?ente=lontano', []],
      ['/sheets?visibleTo=valdombra', ['comune', 'carta', 'rifiuti']],
      ['/sheets?visibleTo=portolieto', ['comune', 'carta-comune', 'porto']],
      ['/sheets?category=6', ['comune', 'carta']],
      ['/sheets?category=ambiente', ['rifiuti']],
      ['/sheets?lifeEvent=9', ['carta']],
      ['/sheets?active=false', ['rifiuti']],
      ['/sheets?updatedSince=2026-10-15', ['comune', 'carta-comune', 'porto', 'rifiuti']],
      ['/sheets?updatedSince=2026-10-01T10:00:00%2B02:00&ente=c_v001', ['carta', 'rifiuti']],
      ['/sheets?ente=c_v001&sort=-title', ['rifiuti', 'carta']],
      ['/sheets?ente=c_v001&sort=updated', ['carta', 'rifiuti']],
      ['/sheets?q=rifiuti', ['rifiuti']],
      ['/sheets?q=carta&ente=federation', ['carta-comune']],
      ['/faqs', ['quando']],
      ['/faqs?topic=anagrafe', ['quando']],
      ['/faqs?visibleTo=portolieto', []],
      ['/offices', ['anagrafe']],
      ['/offices?ente=portolieto', []],
    ])('%s', async (path, wanted) => {
      expect(await idsOf(path)).toEqual(wanted)
    })

    test('names every Ente with where it stands, and shows nothing else of one that left', async () => {
      const { items } = await list('/enti')
      expect(items.map(({ code, lifecycle }) => [code, lifecycle])).toEqual([
        ['c_l003', 'left'],
        ['c_p002', 'suspended'],
        ['c_v001', 'active'],
      ])
      expect((await ask('/sheets/via')).status).toBe(404)
    })

    test('remembers an Ente that left by its name, and by the site where it is now', async () => {
      const [item] = (await list('/enti?q=lontano')).items
      expect(item).toMatchObject({ code: 'c_l003', name: 'Comune di Lontano', website: 'https://lontano.example', url: null })
      for (const format of ['json', 'csv', 'turtle', 'jsonld']) {
        const text = await (await ask(`/enti?format=${format}`)).text()
        expect(text, format).toContain('Comune di Lontano')
        for (const forgotten of ['Ora siamo altrove', '0555 333', 'protocollo@lontano', 'pec@lontano', '00000000333'])
          expect(text, format).not.toContain(forgotten)
      }
      // Nothing is read any more under its address.
      for (const path of ['/sheets?visibleTo=lontano', '/sheets?visibleTo=c_l003&q=residenza', '/faqs?visibleTo=lontano'])
        expect(await idsOf(path), path).toEqual([])
      expect((await ask('/sheets/comune?visibleTo=lontano')).status).toBe(404)
    })

    test('gives the address of the citizens’ page, for shared texts the one of the Ente that asks', async () => {
      const urls = async (path: string) => Object.fromEntries((await list(path)).items.map(({ id, url }) => [id, url])) as object
      expect(await urls('/sheets')).toMatchObject({ carta: `${publicUrl}/valdombra/servizi/carta`, comune: null })
      expect(await urls('/sheets?visibleTo=portolieto')).toMatchObject({ comune: `${publicUrl}/portolieto/servizi/comune` })
      expect(await urls('/sheets?locale=en')).toEqual({ carta: `${publicUrl}/valdombra/servizi/carta?lang=en` })
    })

    test('holds only the fields that were asked for, and the id', async () => {
      const { items } = await list('/sheets?ente=c_v001&fields=title,summary')
      expect(items[0]).toEqual({ id: 'carta', title: 'Carta d’identità', summary: 'Come chiederla.' })
      expect((await list('/sheets?ente=c_v001')).items[0]).toHaveProperty('sections')
    })

    test('never holds what only the back office knows', async () => {
      const documents = await Promise.all(
        ['/sheets?locale=all', '/faqs', '/offices', '/enti'].map(async (path) => (await ask(path)).text()),
      )
      expect(documents.join('')).not.toMatch(/contentHash|forwarding|webhook|sort(Title|Time)|stamp|scope|Codes|primaryColour/i)
    })
  })

  describe('pages of a list', () => {
    const follow = async (path: string, between: (page: number) => Promise<void> = () => Promise.resolve()): Promise<unknown[]> => {
      const seen: unknown[] = []
      let next: string | null = path
      for (let page = 1; next !== null; page++) {
        const body: List = await list(next)
        seen.push(...body.items.map(({ id }) => id))
        next = body.next === null ? null : body.next.replace(`${publicUrl}/api/v1`, '')
        await between(page)
      }
      return seen
    }

    test.each(['title', '-title', 'updated', '-updated'])('together are the list, each document once, by %s', async (sort) => {
      const all = await idsOf(`/sheets?sort=${sort}`)
      expect(await follow(`/sheets?sort=${sort}&limit=2`)).toEqual(all)
      expect(await follow(`/sheets?sort=${sort}&limit=1`)).toEqual(all)
    })

    test('lose nothing and repeat nothing while documents come and go before the place where one reads', async () => {
      const seen = await follow('/sheets?limit=2', async (page) => {
        if (page === 1) {
          await engine.writer.put([aSheet({ documentId: 'nuova', title: 'Aa, in cima' })])
          await engine.writer.remove({ documentId: 'comune' })
          await engine.writer.remove({ documentId: 'carta' })
          later()
        }
      })
      expect(seen).toEqual(['comune', 'carta', 'carta-comune', 'porto', 'rifiuti'])
    })

    test('are told in the Link header too, and by relevance as well', async () => {
      const response = await ask('/sheets?limit=2')
      const { next } = (await response.json()) as List
      expect(response.headers.get('link')).toBe(`<${String(next)}>; rel="next"`)
      expect(await follow('/sheets?q=carta&limit=1')).toEqual(await idsOf('/sheets?q=carta'))
    })
  })

  describe('a change in the index', () => {
    test('shows within a second: an addition, a correction, a move, a removal, a rebuild', async () => {
      const titles = async () => (await list('/sheets?ente=c_v001')).items.map(({ title }) => title)
      expect(await titles()).toEqual(['Carta d’identità', 'Raccolta dei rifiuti'])
      await engine.writer.put([aSheet({ documentId: 'nido', title: 'Nido' })])
      later()
      expect(await titles()).toEqual(['Carta d’identità', 'Nido', 'Raccolta dei rifiuti'])
      await engine.writer.put([aSheet({ documentId: 'nido', title: 'Asilo nido' })])
      later()
      expect(await titles()).toEqual(['Asilo nido', 'Carta d’identità', 'Raccolta dei rifiuti'])
      await engine.writer.replaceDocument('nido', [aSheet({ documentId: 'nido', title: 'Asilo nido', enteCode: 'c_p002' })])
      later()
      expect(await titles()).toEqual(['Carta d’identità', 'Raccolta dei rifiuti'])
      await engine.writer.remove({ documentId: 'rifiuti' })
      later()
      expect(await titles()).toEqual(['Carta d’identità'])
      await rebuild(engine.client, sources.slice(0, 4))
      later()
      expect(await titles()).toEqual([])
    })

    test('changes the version, and only then', async () => {
      const version = async (path: string) => (await ask(path)).headers.get('etag') ?? ''
      const before = await version('/sheets')
      const other = await version('/sheets/comune')
      expect(await version('/sheets')).toBe(before)
      expect((await ask('/sheets', { 'if-none-match': `"x", ${before}` })).status).toBe(304)
      await engine.writer.put([aSheet({ documentId: 'porto', title: 'Ormeggio', enteCode: 'c_p002', summary: 'Nuovo' })])
      later()
      expect(await version('/sheets')).not.toBe(before)
      expect((await ask('/sheets', { 'if-none-match': before })).status).toBe(200)
      expect(await version('/sheets/comune')).toBe(other)
    })

    test('changes the version of a graph when it touches anything the graph speaks of', async () => {
      const version = async () => (await ask('/sheets/carta?format=turtle')).headers.get('etag')
      const versions = [await version()]
      await engine.writer.put([anEnte({ code: 'c_v001', slug: 'valdombra', name: 'Comune di Valdombra sul Fiume' })])
      later()
      versions.push(await version())
      await engine.writer.put([aSheet({ documentId: 'carta', title: 'Electronic identity card', locale: 'en', locales: ['it', 'en'] })])
      later()
      versions.push(await version())
      expect(new Set(versions).size).toBe(3)
    })

    test('an engine that goes away takes nothing with it that was read before', async () => {
      const other = await startEngine()
      await rebuild(other.client, sources)
      api = open(other.client)
      const before = await list('/sheets')
      await other.stop()
      later()
      expect(await list('/sheets')).toEqual(before)
      const response = await ask('/faqs')
      expect([response.status, response.headers.get('retry-after')]).toEqual([503, '10'])
      expect((await problemOf(response)).code).toBe('unavailable')
    })

    test('an index that was never built is a fault that says so', async () => {
      api = open(connectEngine({ url: 'http://127.0.0.1:9', apiKey: 'nessuna' }))
      expect((await problemOf(await ask('/sheets'))).code).toBe('unavailable')
      expect((await ask('/status')).status).toBe(503)
    })
  })

  describe('one record', () => {
    test('comes in the language that was asked for, else in Italian', async () => {
      const read = async (path: string) => {
        const response = await ask(path)
        return [response.headers.get('content-language'), ((await response.json()) as { title: string }).title]
      }
      expect(await read('/sheets/carta')).toEqual(['it', 'Carta d’identità'])
      expect(await read('/sheets/carta?locale=en')).toEqual(['en', 'Identity card'])
      expect(await read('/sheets/carta?locale=de')).toEqual(['it', 'Carta d’identità'])
    })

    test('says since when the Italian text is newer than a translation', async () => {
      const outdatedSince = async (path: string) => ((await (await ask(path)).json()) as { outdatedSince: string | null }).outdatedSince
      expect(await outdatedSince('/sheets/carta')).toBeNull()
      expect(await outdatedSince('/sheets/carta?locale=en')).toBe('2026-10-02T08:00:00.000Z')
    })

    test.each([
      '/sheets/carta',
      '/faqs/quando',
      '/offices/anagrafe',
      '/enti/valdombra',
      '/enti/c_l003',
      '/topics/acqua',
      '/life-events/9',
      '/',
    ])('%s is there', async (path) => {
      expect((await ask(path)).status).toBe(200)
    })

    test.each(['/sheets/nulla', '/enti/nessuno', '/topics/nulla', '/sheets/porto?visibleTo=valdombra', '/altro'])(
      '%s is not',
      async (path) => {
        const response = await ask(path)
        expect(response.status).toBe(404)
        expect((await problemOf(response)).code).toBe('not-found')
      },
    )
  })

  describe('a call that makes no sense is told why, in Italian and in English', () => {
    test.each([
      ['/sheets?entee=x', 'unknown-parameter', 'entee'],
      ['/faqs?category=6', 'unknown-parameter', 'category'],
      ['/topics?q=x', 'unknown-parameter', 'q'],
      ['/sheets?limit=0', 'invalid-parameter', 'limit'],
      ['/sheets?limit=101', 'invalid-parameter', 'limit'],
      ['/sheets?limit=2&limit=3', 'invalid-parameter', 'limit'],
      ['/sheets?sort=id', 'invalid-parameter', 'sort'],
      ['/sheets?ente=nessuno', 'invalid-parameter', 'ente'],
      ['/sheets?locale=es', 'invalid-parameter', 'locale'],
      ['/sheets?category=99', 'invalid-parameter', 'category'],
      ['/sheets?updatedSince=ieri', 'invalid-parameter', 'updatedSince'],
      ['/sheets?fields=title,contentHash', 'invalid-parameter', 'fields'],
      ['/sheets?cursor=xyz', 'invalid-parameter', 'cursor'],
      ['/sheets?format=xml', 'invalid-parameter', 'format'],
      ['/faqs?format=turtle', 'invalid-parameter', 'format'],
    ])('%s', async (path, code, name) => {
      const response = await ask(path)
      expect(response.status).toBe(400)
      const problem = await problemOf(response)
      expect([problem.code, problem.type, problem.parameters?.[0]?.name]).toEqual([code, `/api/v1/problems/${code}`, name])
      expect(problem.detail).toContain(`«${name}»`)
      expect(problem.detailEn).toContain(`“${name}”`)
      expect((await ask(problem.type.replace('/api/v1', ''))).status).toBe(200)
    })

    test('all its faults at once', async () => {
      const problem = await problemOf(await ask('/sheets?limit=0&sort=x'))
      expect(problem.parameters?.map(({ name }) => name)).toEqual(['sort', 'limit'])
    })
    test('a cursor of another order is none', async () => {
      const { next } = await list('/sheets?limit=1')
      const cursor = new URL(next ?? '').searchParams.get('cursor') ?? ''
      expect((await problemOf(await ask(`/sheets?sort=-updated&cursor=${cursor}`))).parameters?.[0]?.name).toBe('cursor')
    })
  })

  describe('over HTTP', () => {
    test.each([
      [undefined, 'application/json'],
      ['*/*', 'application/json'],
      ['text/csv', 'text/csv; charset=utf-8; header=present'],
      ['application/json;q=0.5, text/turtle', 'text/turtle; charset=utf-8'],
      ['text/html, application/ld+json;q=0.8', 'application/ld+json'],
      ['application/json;q=0, */*', 'text/csv; charset=utf-8; header=present'],
    ])('who accepts %s gets %s', async (accept, type) => {
      const response = await ask('/sheets', accept === undefined ? {} : { accept })
      expect([response.status, response.headers.get('content-type'), response.headers.get('vary')]).toEqual([
        200,
        type,
        'Accept, Accept-Encoding',
      ])
    })

    test.each([
      ['/sheets', 'text/html'],
      ['/faqs', 'text/turtle'],
      ['/sheets/carta', 'text/csv'],
    ])('%s is not to be had as %s', async (path, accept) => {
      const response = await ask(path, { accept })
      expect([response.status, (await problemOf(response)).code]).toEqual([406, 'not-acceptable'])
    })

    test('an answer may be kept for a minute and read from any site', async () => {
      const { headers } = await ask('/sheets', { origin: 'https://altro.example' })
      expect(headers.get('cache-control')).toBe('public, max-age=60')
      expect(headers.get('access-control-allow-origin')).toBe('*')
      expect(headers.get('access-control-allow-credentials')).toBeNull()
    })

    test('a HEAD is answered as a GET without its body, a preflight with what is allowed', async () => {
      const head = await ask('/sheets', {}, 'HEAD')
      expect([head.status, await head.text(), head.headers.get('etag')]).toEqual([200, '', (await ask('/sheets')).headers.get('etag')])
      const preflight = await api.request('/sheets', { method: 'OPTIONS', headers: { origin: 'https://altro.example' } })
      expect([preflight.status, preflight.headers.get('allow')]).toEqual([204, 'GET, HEAD, OPTIONS'])
      expect(preflight.headers.get('access-control-allow-headers')).toContain('X-Api-Key')
    })

    test.each(['POST', 'PUT', 'PATCH', 'DELETE'])('%s is not allowed', async (method) => {
      const response = await ask('/sheets', {}, method)
      expect([response.status, response.headers.get('allow')]).toEqual([405, 'GET, HEAD, OPTIONS'])
      expect((await problemOf(response)).code).toBe('method-not-allowed')
    })

    test('the status is told as the guidelines ask', async () => {
      const response = await ask('/status')
      expect([response.status, response.headers.get('content-type'), response.headers.get('cache-control')]).toEqual([
        200,
        'application/problem+json',
        'no-store',
      ])
    })
  })

  test('a table opens in a spreadsheet, and nothing in it runs there', async () => {
    const text = await (await ask('/sheets?ente=c_v001&format=csv')).text()
    const [heading, first, second] = text.split('\r\n')
    expect(heading?.split(',').slice(0, 6)).toEqual(['id', 'ente', 'locale', 'url', 'title', 'summary'])
    expect(first).toContain("'=Prenota")
    expect(second).toContain(`"'=HYPERLINK(""http://male.example"")"`)
    const narrow = await (await ask('/sheets?ente=c_v001&format=csv&fields=title')).text()
    expect(narrow).toBe('id,title\r\ncarta,Carta d’identità\r\nrifiuti,Raccolta dei rifiuti\r\n')
  })

  describe('callers', () => {
    test('with a key have the limit that was agreed, and are told what is left', async () => {
      const remaining = async () => {
        const response = await ask('/sheets', { authorization: `Bearer ${slowKey}` })
        return [response.status, response.headers.get('x-ratelimit-limit'), response.headers.get('x-ratelimit-remaining')]
      }
      expect(await remaining()).toEqual([200, '2', '1'])
      expect(await remaining()).toEqual([200, '2', '0'])
      const response = await api.request('/sheets', { headers: { 'x-api-key': slowKey } })
      expect([response.status, Number(response.headers.get('retry-after')) > 0]).toEqual([429, true])
      expect((await problemOf(response)).detail).toMatch(/^Hai superato le 2 richieste al minuto\. Riprova fra \d+ secondi\.$/)
      expect((await ask('/sheets')).status).toBe(200)
    })

    test('with a key that nobody gave out are told so', async () => {
      const response = await ask('/sheets', { authorization: 'Bearer lc_inventata' })
      expect([response.status, response.headers.get('www-authenticate')]).toEqual([401, 'Bearer realm="content-api"'])
      expect((await problemOf(response)).code).toBe('wrong-key')
    })

    test('without a key have a modest limit', async () => {
      const statuses = await Promise.all(Array.from({ length: 61 }, async () => (await api.request('/topics')).status))
      expect([statuses.filter((status) => status === 200).length, statuses.filter((status) => status === 429).length]).toEqual([60, 1])
    })
  })

  describe('in the front office', () => {
    let frontOffice: Awaited<ReturnType<typeof startFrontOffice>>
    beforeAll(async () => {
      // Without any back office.
      const { url, apiKey } = engine
      frontOffice = await startFrontOffice({ MEILI_URL: url, MEILI_API_KEY: apiKey, BACKOFFICE_INTERNAL_URL: 'http://127.0.0.1:9' })
    })
    afterAll(() => frontOffice.stop())

    test('answers under /api/v1 while the back office is away, whatever the key', async () => {
      const response = await fetch(`${frontOffice.url}/api/v1/sheets`, { headers: { authorization: 'Bearer lc_qualsiasi' } })
      expect([response.status, response.headers.get('x-ratelimit-limit')]).toEqual([200, '60'])
      expect(((await response.json()) as List).total).toBe(5)
    })

    test('is compressed for those who can read that, and carries the headers of the house', async () => {
      const { headers } = await fetch(`${frontOffice.url}/api/v1/sheets`, { headers: { 'accept-encoding': 'gzip' } })
      expect(headers.get('content-encoding')).toBe('gzip')
      expect(headers.get('x-content-type-options')).toBe('nosniff')
      expect(headers.get('x-request-id')).toMatch(/^[\w-]{8,64}$/)
      // The other answers stay within the site.
      expect(headers.get('cross-origin-resource-policy')).toBe('cross-origin')
      expect((await fetch(`${frontOffice.url}/healthz`)).headers.get('cross-origin-resource-policy')).toBe('same-origin')
    })

    test('leaves the answers API as it is', async () => {
      const response = await fetch(`${frontOffice.url}/api/answers?ente=valdombra&q=carta`)
      expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([200, null])
      expect((await fetch(`${frontOffice.url}/api/altro`)).status).toBe(404)
    })
  })

  test('the description is valid OpenAPI 3.1, and speaks of every parameter and address there is', async () => {
    const response = await ask('/openapi.json')
    const document = (await response.json()) as { openapi: string; paths: Record<string, { get: { parameters?: { name: string }[] } }> }
    expect(document.openapi).toBe('3.1.0')
    const result = await new Validator().validate(structuredClone(document))
    expect(result.errors ?? []).toEqual([])
    expect(result.valid).toBe(true)
    expect(Object.keys(document.paths)).toContain('/sheets/{id}')
    expect(document.paths['/sheets']?.get.parameters?.map(({ name }) => name)).toEqual([
      'ente',
      'visibleTo',
      'locale',
      'category',
      'topic',
      'lifeEvent',
      'active',
      'q',
      'updatedSince',
      'sort',
      'limit',
      'cursor',
      'fields',
      'format',
    ])
  })
})
