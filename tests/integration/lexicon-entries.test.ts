// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startEngine, type TestEngine } from '../support/engine.js'
import { fromBackOffice, openFederation, person, type Federation, type TestStrapi } from '../support/federation.js'
import { signInToPanel, type PanelSession } from '../support/panel.js'
import { until } from '../support/until.js'
import { enteUid, lexiconUid, sheetUid } from '../probes/uids.js'

const path = (rest = ''): string => `/content-manager/collection-types/${lexiconUid}${rest}`
const ecomobile = { says: ['l’ecomobile', 'eco mobile'], means: 'ritiro dei rifiuti ingombranti', reason: 'Dal nome del furgone.' }
const bulky = 'Ritiro dei rifiuti ingombranti'

describe('citizens’ words', () => {
  let engine: TestEngine
  let federation: Federation
  let worker: { stop: () => Promise<void> }
  let publisher: PanelSession
  let editor: PanelSession
  let neighbour: PanelSession
  let centre: PanelSession

  beforeAll(async () => {
    engine = await startEngine()
    federation = await openFederation({ MEILI_URL: engine.url, MEILI_API_KEY: engine.apiKey })
    const { strapi, url } = federation
    worker = fromBackOffice<{ startIndexWorker: (s: TestStrapi, w: unknown) => typeof worker }>(
      'indexing/index-worker.js',
    ).startIndexWorker(strapi, engine.writer)
    const id = await person(strapi, 'ente-editor', 'writer@a.example')
    await strapi.db.query(enteUid).update({ where: { code: 'c_a' }, data: { members: { connect: [{ id }] } } })
    await person(strapi, 'strapi-super-admin', 'admin@centre.example')
    publisher = await signInToPanel(url, 'editor@a.example')
    editor = await signInToPanel(url, 'writer@a.example')
    neighbour = await signInToPanel(url, 'editor@b.example')
    centre = await signInToPanel(url, 'admin@centre.example')
    for (const enteCode of ['c_a', 'c_b']) {
      const text = { enteCode, audience: 'Tutti.', howTo: 'Chiama il numero verde.' }
      for (const title of [bulky, 'Certificati anagrafici'])
        await strapi.documents(sheetUid).create({ locale: 'it', status: 'published', data: { ...text, title } })
    }
    await settled()
  })
  afterAll(async () => {
    await worker.stop()
    await federation.stop()
    await engine.stop()
  })

  const settled = () =>
    until(
      'the index worker',
      async () => (await federation.strapi.db.query('api::index-job.index-job').count({ where: { doneAt: { $null: true } } })) === 0,
    )
  /** Title of what an Ente's citizens are shown first. */
  const answered = async (enteCode: string, q = 'quando passa l’ecomobile?'): Promise<string | null> =>
    (await engine.answerer.answer({ enteCode, enteSlug: enteCode, q, locale: 'it' })).items[0]?.title ?? null
  const answersBecome = (enteCode: string, title: string | null, q?: string) =>
    until(`the answers of ${enteCode}`, async () => (await answered(enteCode, q)) === title)
  const add = async (who: PanelSession, data: Record<string, unknown>): Promise<string> => {
    const { status, body, text } = await who.send('POST', path(), data)
    if (status !== 201) throw new Error(text)
    return (body.data as { documentId: string }).documentId
  }
  const remove = (documentId: string) => centre.send('DELETE', path(`/${documentId}`))

  test('that an Ente adds change its answers and no other’s, until it changes, switches off or deletes them', async () => {
    expect(await answered('c_a')).toBeNull()
    const documentId = await add(publisher, ecomobile)
    await answersBecome('c_a', bulky)
    expect(await answered('c_b')).toBeNull()
    await publisher.send('PUT', path(`/${documentId}`), { means: 'certificati anagrafici' })
    await answersBecome('c_a', 'Certificati anagrafici')
    await publisher.send('PUT', path(`/${documentId}`), { active: false })
    await answersBecome('c_a', null)
    await publisher.send('PUT', path(`/${documentId}`), { active: true })
    await answersBecome('c_a', 'Certificati anagrafici')
    expect((await publisher.send('DELETE', path(`/${documentId}`))).status).toBe(200)
    await answersBecome('c_a', null)
  })

  test('are written by editors too, and by the centre for all Enti, where an Ente’s own go first', async () => {
    const shared = await add(centre, { ...ecomobile, says: ['il carrozzone'] })
    for (const enteCode of ['c_a', 'c_b']) await answersBecome(enteCode, bulky, 'dove trovo il carrozzone')
    const own = await add(editor, { ...ecomobile, says: ['carrozzone'], means: 'certificati anagrafici' })
    await answersBecome('c_a', 'Certificati anagrafici', 'dove trovo il carrozzone')
    expect(await answered('c_b', 'dove trovo il carrozzone')).toBe(bulky)
    for (const documentId of [shared, own]) await remove(documentId)
  })

  test('of an Ente are seen, changed, tried and followed by nobody of another', async () => {
    const documentId = await add(publisher, { ...ecomobile, reason: 'Cosa nostra' })
    expect((await neighbour.send('GET', path())).text).not.toContain(documentId)
    for (const [method, body] of [['GET'], ['PUT', { means: 'altro' }], ['DELETE']] as const)
      expect((await neighbour.send(method, path(`/${documentId}`), body)).status).toBe(403)
    expect(await neighbour.call('readLexiconHistory', { documentId })).toEqual([])
    const trial = { documentId, ente: null, language: 'it' as const, says: ['ecomobile'], means: 'altro', active: true }
    await expect(neighbour.call('tryLexiconEntry', trial)).rejects.toThrow('Questa voce non c’è più.')
    // The same words may mean something else next door.
    await remove(await add(neighbour, { ...ecomobile, means: 'certificati anagrafici' }))
    await remove(documentId)
  })

  test('that say nothing, mean nothing or mean two things are refused, beside the field', async () => {
    const documentId = await add(publisher, ecomobile)
    const send = (data: Record<string, unknown>) => publisher.send('POST', path(), { ...ecomobile, says: ['pozzetto'], ...data })
    for (const [data, field, message] of [
      [{ says: ['di cui'] }, 'says', '«di cui» non basta'],
      [{ means: 'il' }, 'means', '«il» non basta'],
      [{ reason: '' }, 'reason', 'Scrivi perché'],
      [
        { says: ['ecomobile'], means: 'certificati' },
        'says',
        'In un’altra voce attiva «ecomobile» vuol dire «ritiro dei rifiuti ingombranti»',
      ],
    ] as const) {
      const { status, body } = await send(data)
      expect([status, body], field).toMatchObject([
        400,
        { error: { details: { errors: [{ path: [field], message: expect.stringContaining(message) as string }] } } },
      ])
    }
    const off = await add(publisher, { ...ecomobile, means: 'certificati', active: false })
    const { status, text } = await publisher.send('PUT', path(`/${off}`), { active: true })
    expect([status, text]).toEqual([400, expect.stringContaining('In un’altra voce attiva')])
    for (const id of [documentId, off]) await remove(id)
  })

  test('keep every change: what was there, who changed it and when', async () => {
    const documentId = await add(publisher, ecomobile)
    await editor.send('PUT', path(`/${documentId}`), { means: 'certificati anagrafici', said: 'altro' })
    await publisher.send('DELETE', path(`/${documentId}`))
    const texts = { ...ecomobile, language: 'it', origin: 'a-mano', active: true }
    const history = await publisher.call('readLexiconHistory', { documentId })
    expect(history).toMatchObject([
      { version: 3, before: { means: 'certificati anagrafici' }, after: null, by: 'ente-publisher Prova' },
      { version: 2, before: texts, after: { ...texts, means: 'certificati anagrafici' }, by: 'ente-editor Prova' },
      { version: 1, before: null, after: texts, by: 'ente-publisher Prova' },
    ])
    expect(history.every(({ at }) => Math.abs(Date.now() - Date.parse(at)) < 60_000)).toBe(true)
  })

  test('are found in the panel’s list by what citizens say', async () => {
    const documentId = await add(publisher, { ...ecomobile, said: 'altro' })
    expect((await publisher.send('GET', path('?_q=eco%20mobile'))).text).toContain(documentId)
    await remove(documentId)
  })

  test('show before they are saved which answers they would change', async () => {
    await federation.strapi.documents('api::faq.faq').create({
      locale: 'it',
      status: 'published',
      data: {
        question: 'Come faccio a prenotare il furgoncino?',
        phrasings: ['prenotare il furgoncino'],
        answer: 'Al numero verde.',
        enteCode: 'c_a',
      },
    })
    await settled()
    const trial = { documentId: null, ente: null, language: 'it', means: ecomobile.means, active: true } as const
    const gained = await publisher.call('tryLexiconEntry', { ...trial, says: ['ecomobile'] })
    expect(gained).toMatchObject({ total: 4, known: true })
    expect(gained.changes).toContainEqual({
      question: 'ecomobile',
      change: 'gained',
      before: { outcome: 'none', title: null },
      after: { outcome: 'answer', title: bulky },
    })
    const lost = await publisher.call('tryLexiconEntry', { ...trial, says: ['prenotare il furgoncino'], means: 'passaporto' })
    expect(lost.changes[0]).toMatchObject({ change: 'lost', before: { title: 'Come faccio a prenotare il furgoncino?' } })
    expect(await publisher.call('tryLexiconEntry', { ...trial, says: ['ecomobile'], means: 'xkcdqwz' })).toMatchObject({ known: false })
    expect(await centre.call('tryLexiconEntry', { ...trial, says: ['ecomobile'] })).toMatchObject({ total: 0 })
    await expect(publisher.call('tryLexiconEntry', { ...trial, says: [] })).rejects.toThrow('Scrivi almeno una parola')
    expect(await answered('c_a')).toBeNull()
  })

  test('leave with their Ente, and come back with it', async () => {
    const { strapi } = federation
    const documentId = await add(publisher, ecomobile)
    await answersBecome('c_a', bulky)
    const ente = (await strapi.db.query(enteUid).findOne({ where: { code: 'c_a' } }))?.documentId as string
    await strapi.documents(enteUid).update({ documentId: ente, data: { lifecycle: 'left' } })
    await answersBecome('c_a', null)
    await strapi.documents(enteUid).update({ documentId: ente, data: { lifecycle: 'active' } })
    await answersBecome('c_a', bulky)
    await remove(documentId)
  })
})
