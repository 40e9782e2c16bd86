// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AskedQuestion } from '@linea-comune/config'
import { startEngine, type TestEngine } from '../support/engine.js'
import { fromBackOffice, openFederation, person, type Federation, type TestStrapi } from '../support/federation.js'
import { signInToPanel, type PanelSession } from '../support/panel.js'
import { until } from '../support/until.js'
import { confirmedUid, enteUid, faqUid, sheetUid } from '../probes/uids.js'

const path = (rest = ''): string => `/content-manager/collection-types/${confirmedUid}${rest}`
const greenery = 'Cura del verde pubblico'
const asked = 'Buongiorno sono Carla Bianchi. Di notte il dondolo del parco cigola, chi ci pensa? Il mio numero è 333 1234567.'
const question = 'di notte il dondolo del parco cigola, chi ci pensa?'
const rephrased = 'chi ci pensa al dondolo che cigola nel parco, la notte'

describe('a question whose answer a person confirmed', () => {
  let engine: TestEngine
  let federation: Federation
  let worker: { stop: () => Promise<void> }
  let publisher: PanelSession
  let editor: PanelSession
  let neighbour: PanelSession
  const sheets: Record<string, string> = {}

  beforeAll(async () => {
    engine = await startEngine()
    federation = await openFederation({ MEILI_URL: engine.url, MEILI_API_KEY: engine.apiKey })
    const { strapi, url } = federation
    worker = fromBackOffice<{ startIndexWorker: (s: TestStrapi, w: unknown) => typeof worker }>(
      'indexing/index-worker.js',
    ).startIndexWorker(strapi, engine.writer)
    const id = await person(strapi, 'ente-editor', 'writer@a.example')
    await strapi.db.query(enteUid).update({ where: { code: 'c_a' }, data: { members: { connect: [{ id }] } } })
    publisher = await signInToPanel(url, 'editor@a.example')
    editor = await signInToPanel(url, 'writer@a.example')
    neighbour = await signInToPanel(url, 'editor@b.example')
    for (const enteCode of ['c_a', 'c_b'])
      for (const title of [greenery, 'Certificati anagrafici'])
        sheets[`${enteCode} ${title}`] = await write(sheetUid, { enteCode, audience: 'Tutti.', howTo: 'Chiama il numero verde.', title })
    sheets.shared = await write(sheetUid, { title: 'Numeri di emergenza', audience: 'Tutti.', howTo: 'Chiama il 112.' })
    await settled()
  })
  afterAll(async () => {
    await worker.stop()
    await federation.stop()
    await engine.stop()
  })

  const write = async (uid: string, data: Record<string, unknown>): Promise<string> =>
    (await federation.strapi.documents(uid).create({ locale: 'it', status: 'published', data })).documentId
  const settled = () =>
    until(
      'the index worker',
      async () => (await federation.strapi.db.query('api::index-job.index-job').count({ where: { doneAt: { $null: true } } })) === 0,
    )
  const sheet = (title: string, enteCode = 'c_a'): string => sheets[`${enteCode} ${title}`] ?? ''
  const source = (documentId: string, scope = 'c_a'): string => `${scope}_${documentId}_it`
  const answered = async (q = rephrased, enteCode = 'c_a'): Promise<string | null> => {
    const { outcome, items } = await engine.answerer.answer({ enteCode, enteSlug: enteCode, q, locale: 'it' })
    return outcome === 'answer' ? (items[0]?.title ?? null) : null
  }
  const answersBecome = (title: string | null, q?: string) => until('the answer', async () => (await answered(q)) === title)
  const kept = () => federation.strapi.db.query(confirmedUid).findMany({ where: { enteCode: 'c_a' }, orderBy: { id: 'asc' } })
  const forget = async () => {
    for (const { documentId } of await kept()) await federation.strapi.documents(confirmedUid).delete({ documentId })
    await settled()
  }

  const openTicket = async (text = asked): Promise<string> =>
    (
      await federation.call('createTicket', {
        submissionId: randomUUID(),
        ente: 'comune-a',
        locale: 'it',
        name: 'Carla Bianchi',
        email: 'carla@posta.example',
        text,
        privacy: true,
      })
    ).number
  const answer = async (number: string, given: { sources: string[]; remember?: string }, session = federation.operator) => {
    const { version } = await federation.call('readTicket', { number }, session)
    return federation.call('moveTicket', { number, version, move: 'answer', text: 'Ecco la scheda.', ...given }, session)
  }
  const add = (who: PanelSession, data: Record<string, unknown>) => who.send('POST', path(), { language: 'it', ...data })

  test('at the desk, with the sheet that was sent, is answered with that sheet for all who ask nearly the same, and nobody else’s', async () => {
    const number = await openTicket()
    expect(await answered()).toBeNull()
    const { question: proposed, mayRemember } = await federation.call('readTicket', { number }, federation.operator)
    expect([mayRemember, proposed]).toEqual([true, 'Di notte il dondolo del parco cigola, chi ci pensa?'])
    await answer(number, { sources: [source(sheet(greenery))], remember: proposed })
    await answersBecome(greenery)
    expect(await answered('quanto costa il dondolo del parco che cigola di notte')).toBeNull()
    expect(await answered(rephrased, 'c_b')).toBeNull()
    expect(await kept()).toMatchObject([
      {
        enteCode: 'c_a',
        question: proposed,
        answer: sheet(greenery),
        answerTitle: greenery,
        page: '/comune-a/servizi/cura-del-verde-pubblico',
        origin: 'richiesta',
        confirmedBy: 'operator Prova',
      },
    ])
    await forget()
    await answersBecome(null)
  })

  test('is not remembered unless the person says so', async () => {
    await answer(await openTicket(), { sources: [source(sheet(greenery))] })
    expect(await kept()).toEqual([])
  })

  test('is kept without what tells who asked, whoever wrote it', async () => {
    await answer(await openTicket(), {
      sources: [source(sheet(greenery))],
      remember: 'Sono Carla Bianchi, carla@posta.example, tel. 333 1234567: di notte il dondolo cigola',
    })
    const page = '/comune-a/servizi/certificati-anagrafici'
    await add(publisher, { page, question: 'Sono Mario Rossi e ho perso il certificato di RSSMRA80A01H501U' })
    expect(JSON.stringify(await kept())).not.toMatch(/carla|bianchi|1234567|rossi|rssmra/i)
    expect((await kept()).map((row) => row.question)).toEqual([
      expect.stringContaining('di notte il dondolo cigola'),
      expect.stringContaining('ho perso il certificato'),
    ])
    await forget()
  })

  test('is refused with its whole message when too little of it is left, or its text is not for this Ente', async () => {
    const number = await openTicket()
    const messages = async () => (await federation.call('readTicket', { number }, federation.operator)).messages.length
    const sources = [source(sheet(greenery))]
    for (const [given, fields] of [
      [{ sources, remember: 'Carla Bianchi cigola' }, { question: 'too-short' }],
      [{ sources: [source(sheet(greenery, 'c_b'), 'c_b')], remember: question }, { sources: 'invalid' }],
      [{ sources: [...sources, source(sheets.shared ?? '', 'fed')], remember: question }, { sources: 'invalid' }],
      [{ sources: [], remember: question }, { sources: 'invalid' }],
    ] as const)
      await expect(answer(number, { ...given, sources: [...given.sources] })).rejects.toMatchObject({
        code: 'invalid-input',
        fields,
      })
    expect([await messages(), await kept()]).toEqual([1, []])
    await answer(number, { sources: [source(sheets.shared ?? '', 'fed')], remember: question })
    await answersBecome('Numeri di emergenza')
    await forget()
  })

  test('goes by who confirmed last', async () => {
    await answer(await openTicket(), { sources: [source(sheet(greenery))], remember: question })
    await answersBecome(greenery)
    await answer(await openTicket(), { sources: [source(sheet('Certificati anagrafici'))], remember: `Salve, ${question}` })
    await answersBecome('Certificati anagrafici')
    expect(await kept()).toHaveLength(1)
    await forget()
  })

  test('is remembered by an Ente’s own agent, and by none to whom another’s was forwarded', async () => {
    const forwarded = async (ente: string, office: string) => {
      const { number } = await federation.call('createTicket', {
        submissionId: randomUUID(),
        ente,
        locale: 'it',
        name: 'Carla Bianchi',
        text: asked,
        privacy: true,
      })
      const { version } = await federation.call('readTicket', { number }, federation.operator)
      await federation.call('forwardTicket', { number, version, office }, federation.operator)
      return number
    }
    const given = { sources: [source(sheet(greenery))], remember: question }
    const others = await forwarded('comune-b', federation.offices.anagrafe)
    expect((await federation.call('readTicket', { number: others }, federation.agent)).mayRemember).toBe(false)
    await expect(answer(others, given, federation.agent)).rejects.toMatchObject({ code: 'not-allowed' })
    await answer(await forwarded('comune-a', federation.offices.anagrafe), given, federation.agent)
    expect(await kept()).toMatchObject([{ confirmedBy: 'ente-agent Prova' }])
    await forget()
  })

  test('closes a gap with a page that is there already, in every way in which it was asked', async () => {
    const ask = async (q: string, enteCode = 'c_a') => {
      let record: AskedQuestion | undefined
      await engine.answerer.answer({ enteCode, enteSlug: enteCode, q, locale: 'it' }, (asked) => (record = asked))
      if (record === undefined) throw new Error('nothing was kept of the question')
      await federation.call('recordQuestions', { events: [{ kind: 'asked', at: new Date().toISOString(), ...record }] })
      return record
    }
    const { matter } = await ask('Sono Mario Rossi: quanti platani xkcdqwz?')
    expect((await ask('i platani xkcdqwz quanti sono')).matter).toBe(matter)
    const gap = async () => (await publisher.call('listGaps', {})).gaps.find((each) => each.matter === matter)
    const input = { matter, ente: 'c_a', page: '/comune-a/servizi/cura-del-verde-pubblico' }
    await expect(neighbour.call('confirmGap', input)).rejects.toThrow('Di questa domanda decide il suo Ente.')
    await expect(editor.call('confirmGap', input)).rejects.toThrow('Il tuo ruolo non lo permette.')
    await expect(publisher.call('confirmGap', { ...input, page: '/comune-b/servizi/cura-del-verde-pubblico' })).rejects.toThrow(
      'A questo indirizzo',
    )
    expect((await gap())?.state).toBe('open')
    expect(await publisher.call('confirmGap', input)).toEqual({ remembered: 1 })
    await until('the gap to close', async () => (await gap())?.state === 'settled')
    expect(await kept()).toMatchObject([{ origin: 'domanda', confirmedBy: 'ente-publisher Prova', answer: sheet(greenery) }])
    expect(JSON.stringify(await kept())).not.toContain('Rossi')
    await forget()
  })

  test('stops to answer while its text is not published, and when it is deleted', async () => {
    await answer(await openTicket(), { sources: [source(sheet(greenery))], remember: question })
    await answersBecome(greenery)
    await federation.strapi.documents(sheetUid).unpublish({ documentId: sheet(greenery), locale: 'it' })
    await answersBecome(null)
    await federation.strapi.documents(sheetUid).publish({ documentId: sheet(greenery), locale: 'it' })
    await answersBecome(greenery)
    const [row] = await kept()
    expect((await publisher.send('DELETE', path(`/${String(row?.documentId)}`))).status).toBe(200)
    await answersBecome(null)
  })

  test('is written, changed and deleted in the panel by who publishes, with the address of the page', async () => {
    const faq = await write(faqUid, { question: 'Chi ripara i giochi?', answer: 'Il Comune.', enteCode: 'c_a' })
    const page = `http://citizens.example/comune-a/domande?domanda=${faq}#${faq}`
    expect((await add(editor, { question, page })).status).toBe(403)
    const { status, body } = await add(publisher, { question, page, origin: 'richiesta', confirmedBy: 'Altri', answer: sheet(greenery) })
    expect(status).toBe(201)
    const documentId = (body.data as { documentId: string }).documentId
    expect(await kept()).toMatchObject([
      {
        answer: faq,
        answerTitle: 'Chi ripara i giochi?',
        origin: 'a-mano',
        confirmedBy: 'ente-publisher Prova',
        page: `/comune-a/domande?domanda=${faq}#${faq}`,
      },
    ])
    await answersBecome('Chi ripara i giochi?')
    expect((await editor.send('GET', path(`/${documentId}`))).text).toContain('dondolo')
    expect((await editor.send('PUT', path(`/${documentId}`), { question: 'altro mondo' })).status).toBe(403)
    await publisher.send('PUT', path(`/${documentId}`), { page: '/comune-a/servizi/numeri-di-emergenza' })
    await answersBecome('Numeri di emergenza')
    await publisher.send('PUT', path(`/${documentId}`), { question: 'la giostra del parco stride' })
    await answersBecome(null)
    await answersBecome('Numeri di emergenza', 'stride la giostra del parco')
    await forget()
  })

  test('without words or without a page of the Ente is refused beside the field', async () => {
    const page = '/comune-a/servizi/cura-del-verde-pubblico'
    for (const [data, field] of [
      [{ question: 'dondolo', page }, 'question'],
      [{ question: 'come si fa per avere Mario Rossi', page }, 'question'],
      [{ question, page: '/comune-b/servizi/cura-del-verde-pubblico' }, 'page'],
      [{ question, page: '/comune-a/servizi/non-esiste' }, 'page'],
      [{ question, page: 'https://altrove.example/' }, 'page'],
      [{ question, page: 'http://[' }, 'page'],
    ] as const) {
      const { status, body } = await add(publisher, data)
      expect([status, body], data.page).toMatchObject([400, { error: { details: { errors: [{ path: [field] }] } } }])
    }
    expect(await kept()).toEqual([])
  })

  test('of an Ente is seen and changed by nobody of another', async () => {
    await answer(await openTicket(), { sources: [source(sheet(greenery))], remember: question })
    const [row] = await kept()
    expect((await neighbour.send('GET', path())).text).not.toContain('dondolo')
    for (const [method, body] of [['GET'], ['PUT', { question: 'altro mondo' }], ['DELETE']] as const)
      expect((await neighbour.send(method, path(`/${String(row?.documentId)}`), body)).status).toBe(403)
    expect((await add(neighbour, { question, page: '/comune-a/servizi/cura-del-verde-pubblico', enteCode: 'c_a' })).status).not.toBe(201)
    await forget()
  })

  test('leaves with its Ente, and comes back with it', async () => {
    const { strapi } = federation
    await answer(await openTicket(), { sources: [source(sheet(greenery))], remember: question })
    await answersBecome(greenery)
    const ente = (await strapi.db.query(enteUid).findOne({ where: { code: 'c_a' } }))?.documentId as string
    await strapi.documents(enteUid).update({ documentId: ente, data: { lifecycle: 'left' } })
    await answersBecome(null)
    await strapi.documents(enteUid).update({ documentId: ente, data: { lifecycle: 'active' } })
    await answersBecome(greenery)
    await forget()
  })
})
