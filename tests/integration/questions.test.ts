// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { AskedQuestion, QuestionEvent, Verdict } from '@linea-comune/config'
import { faqUid } from '../probes/uids.js'
import { startEngine, type TestEngine } from '../support/engine.js'
import { fromBackOffice, openFederation, person, type Federation, type TestStrapi } from '../support/federation.js'
import { Refused } from '../support/back-office.js'
import { PanelRefused, signInToPanel, type PanelSession } from '../support/panel.js'
import { until } from '../support/until.js'

const recordUid = 'api::question-record.question-record'

describe('questions that were asked', () => {
  let engine: TestEngine
  let federation: Federation
  let worker: { stop: () => Promise<void> }
  let a: PanelSession
  let b: PanelSession
  let board: PanelSession
  beforeAll(async () => {
    engine = await startEngine()
    federation = await openFederation({ MEILI_URL: engine.url, MEILI_API_KEY: engine.apiKey })
    worker = fromBackOffice<{ startIndexWorker: (s: TestStrapi, w: unknown) => typeof worker }>(
      'indexing/index-worker.js',
    ).startIndexWorker(federation.strapi, engine.writer)
    await person(federation.strapi, 'board', 'board@centre.example')
    a = await signInToPanel(federation.url, 'editor@a.example')
    b = await signInToPanel(federation.url, 'editor@b.example')
    board = await signInToPanel(federation.url, 'board@centre.example')
  })
  afterAll(async () => {
    await worker.stop()
    await federation.stop()
    await engine.stop()
  })

  const now = () => new Date().toISOString()
  const record = (events: QuestionEvent[]) => federation.call('recordQuestions', { events })
  const recordOf = (questionId: string) => federation.strapi.db.query(recordUid).findOne({ where: { questionId } })
  /** A citizen asks, as the front office would have it answered and recorded. */
  const ask = async (q: string, ente: 'a' | 'b' = 'a'): Promise<AskedQuestion> => {
    let kept: AskedQuestion | undefined
    await engine.answerer.answer({ enteCode: `c_${ente}`, enteSlug: `comune-${ente}`, q, locale: 'it' }, (asked) => (kept = asked))
    if (kept === undefined) throw new Error('nothing was kept of the question')
    await record([{ kind: 'asked', at: now(), ...kept }])
    return kept
  }
  const judge = (questionId: string, verdict: Verdict) => record([{ kind: 'judged', questionId, at: now(), verdict }])
  const gapOf = async (session: PanelSession, { matter }: AskedQuestion) => {
    const { gaps } = await session.call('listGaps', {})
    return gaps.find((gap) => gap.matter === matter)
  }
  const write = async (question: string, answer: string, enteCode: string | null = 'c_a'): Promise<string> => {
    const { documentId } = await federation.strapi
      .documents(faqUid)
      .create({ locale: 'it', status: 'published', data: { question, answer, enteCode } })
    await indexed()
    return documentId
  }
  const indexed = () =>
    until(
      'the index worker',
      async () => (await federation.strapi.db.query('api::index-job.index-job').count({ where: { doneAt: { $null: true } } })) === 0,
    )

  test('are kept without what tells who asked', async () => {
    const { questionId } = await ask('sono Mario Rossi, RSSMRA80A01H501U, tel. 333 1234567: come sposto la residenza?')
    const kept = await recordOf(questionId)
    expect(kept).toMatchObject({ enteCode: 'c_a', outcome: 'none', verdict: null, wroteOn: null })
    expect(kept?.text).toBe('sono [nome], [codice fiscale], tel. [telefono]: come sposto la residenza?')
    expect(JSON.stringify(kept)).not.toMatch(/Rossi|RSSMRA|1234567/)
  })

  test('are kept once, also when they are told again or in pieces', async () => {
    const questionId = randomUUID()
    const asked: QuestionEvent = { kind: 'asked', at: now(), ...(await ask('posso tenere le galline?')), questionId }
    await record([asked, asked])
    await record([asked, { kind: 'opened', questionId, at: now(), documentId: 'scheda' }])
    await record([{ kind: 'judged', questionId, at: now(), verdict: 'refused' }, asked])
    expect(await federation.strapi.db.query(recordUid).count({ where: { questionId } })).toBe(1)
    // Nothing was shown: there is nothing to judge.
    expect(await recordOf(questionId)).toMatchObject({ opened: 'scheda', verdict: null })
  })

  test('whose need nobody knows are called by words that were kept, never by a name or a code', async () => {
    for (const q of ['sono Mario Rossini, RSSMRA80A01H501U', 'mario.rossini@gmail.com non ricevo', '??? 👍']) {
      const { questionId } = await ask(q)
      expect(JSON.stringify(await recordOf(questionId))).not.toMatch(/rossin|rssmra|gmail/i)
      expect((await a.call('listGaps', {})).gaps.map(({ matter }) => matter)).not.toContain('words:')
    }
  })

  test('say when the same person then wrote, within three days', async () => {
    const send = (questionId: string) =>
      federation.call('createTicket', {
        submissionId: randomUUID(),
        ente: 'comune-a',
        locale: 'it',
        text: 'Vorrei saperlo da voi',
        name: 'Anna Prova',
        privacy: true,
        questionId,
      })
    const asked = await ask('quando potano i platani del viale?')
    await send(asked.questionId)
    expect((await recordOf(asked.questionId))?.wroteOn).not.toBeNull()

    const early = { ...asked, questionId: randomUUID() }
    await send(early.questionId)
    await record([{ kind: 'asked', at: now(), ...early }])
    expect((await recordOf(early.questionId))?.wroteOn).not.toBeNull()

    const old = { ...asked, questionId: randomUUID() }
    await record([{ kind: 'asked', at: new Date(Date.now() - 73 * 3_600_000).toISOString(), ...old }])
    await send(old.questionId)
    expect((await recordOf(old.questionId))?.wroteOn).toBeNull()
  })

  test('without an answer are a gap of that Ente, in the words of citizens, until a text answers them', async () => {
    const first = await ask('come faccio ad avere un loculo al cimitero?')
    const second = await ask('quanto costa un loculo')
    expect(second.matter).toBe(first.matter)
    expect(await gapOf(a, first)).toMatchObject({
      state: 'open',
      times: 2,
      unanswered: 2,
      enti: [{ code: 'c_a', times: 2 }],
      examples: [{ text: 'quanto costa un loculo' }, { text: 'come faccio ad avere un loculo al cimitero?' }],
    })
    expect(await gapOf(b, first)).toBeUndefined()
    expect(await gapOf(board, first)).toMatchObject({ enti: [{ name: 'Comune di A' }] })

    const documentId = await write(
      'Come si ottiene un loculo al cimitero e quanto costa?',
      'I loculi del cimitero si chiedono ai servizi cimiteriali: costano 1.200 euro.',
    )
    await until('the gap to close', async () => (await gapOf(a, first))?.state === 'settled')
    expect((await gapOf(a, first))?.examples.map(({ answeredNow }) => answeredNow)).toEqual([true, true])

    await federation.strapi.documents(faqUid).unpublish({ documentId, locale: 'it' })
    await indexed()
    await until('the gap to open again', async () => (await gapOf(a, first))?.state === 'open')
  })

  test('that were answered in vain are a gap until the text is changed', async () => {
    const documentId = await write('Quanto costa la mensa scolastica?', 'Il costo della mensa scolastica dipende dall’ISEE.', 'c_b')
    await until('the text to be found', async () => (await ask('quanto costa la mensa scolastica', 'b')).outcome === 'answer')
    const asked = await ask('quanto costa la mensa scolastica?', 'b')
    expect(await gapOf(b, asked)).toBeUndefined()
    await judge(asked.questionId, 'refused')
    expect(await gapOf(b, asked)).toMatchObject({ state: 'open', times: 1, refused: 1, unanswered: 0 })
    await federation.strapi.documents(faqUid).update({
      documentId,
      locale: 'it',
      status: 'published',
      data: { answer: 'La mensa scolastica costa da 2 a 5 euro a pasto, secondo l’ISEE.' },
    })
    await indexed()
    await until('the gap to close', async () => (await gapOf(b, asked))?.state === 'settled')
  })

  test('become a draft that only the Ente sees, with every phrasing', async () => {
    const asked = await ask('dove si butta l’olio fritto?')
    await ask('olio usato di cucina dove lo porto')
    const { documentId } = await a.call('draftForGap', { matter: asked.matter, ente: 'c_a' })
    const draft = await federation.strapi.documents(faqUid).findOne({ documentId, locale: 'it' })
    expect(draft).toMatchObject({ enteCode: 'c_a', publishedAt: null })
    expect([draft?.question, ...(draft?.phrasings as string[])].sort()).toEqual([
      'dove si butta l’olio fritto?',
      'olio usato di cucina dove lo porto',
    ])
    expect((await a.call('draftForGap', { matter: asked.matter, ente: 'c_a' })).documentId, 'asked for again').toBe(documentId)
    await expect(b.call('draftForGap', { matter: asked.matter, ente: 'c_a' })).rejects.toThrow('Su questa domanda scrive il suo Ente.')
  })

  test('that a person answered become a draft of the Ente’s, once, without names', async () => {
    const asked = await ask('come registro il mio cane?')
    await ask('registrare il cane, come si fa?')
    const sent = {
      submissionId: randomUUID(),
      ente: 'comune-a',
      locale: 'it' as const,
      text: 'Buongiorno, sono Anna Prova, tel. 333 1234567. Come registro il mio cane? Grazie',
      name: 'Anna Prova',
      privacy: true as const,
      questionId: asked.questionId,
    }
    const { number } = await federation.call('createTicket', sent)
    const read = () => federation.call('readTicket', { number }, federation.operator)
    await expect(federation.call('draftFromTicket', { number }, federation.operator)).rejects.toMatchObject({ code: 'move-not-possible' })
    const { version } = await read()
    const text = 'Gentile Anna Prova, si registra dal veterinario.'
    await federation.call('moveTicket', { number, version, move: 'answer', text }, federation.operator)
    expect(await read()).toMatchObject({ mayDraftFaq: true, draftedFaq: null })
    const { draftedFaq, mayDraftFaq } = await federation.call('draftFromTicket', { number }, federation.operator)
    expect(mayDraftFaq).toBe(false)
    expect(await federation.strapi.documents(faqUid).findOne({ documentId: draftedFaq, locale: 'it' })).toMatchObject({
      enteCode: 'c_a',
      publishedAt: null,
      question: 'Come registro il mio cane?',
      phrasings: ['registrare il cane, come si fa?'],
      answer: 'Gentile [nome], si registra dal veterinario.',
    })
    expect((await federation.call('draftFromTicket', { number }, federation.operator)).draftedFaq).toBe(draftedFaq)
  })

  test('cannot be drafted for an Ente by another to which the request was forwarded', async () => {
    const { number } = await federation.call('createTicket', {
      submissionId: randomUUID(),
      ente: 'comune-b',
      locale: 'it',
      text: 'Chi pulisce il sentiero?',
      name: 'Anna Prova',
      privacy: true,
    })
    const read = (session: string) => federation.call('readTicket', { number }, session)
    await federation.call(
      'forwardTicket',
      { number, version: (await read(federation.operator)).version, office: federation.offices.anagrafe },
      federation.operator,
    )
    const answer = { number, version: (await read(federation.agent)).version, move: 'answer' as const, text: 'Il Consorzio.' }
    await federation.call('moveTicket', answer, federation.agent)
    expect((await read(federation.agent)).mayDraftFaq).toBe(false)
    await expect(federation.call('draftFromTicket', { number }, federation.agent)).rejects.toBeInstanceOf(Refused)
    expect((await read(federation.operator)).mayDraftFaq).toBe(true)
  })

  test('may be set aside with a reason by the Ente, and taken up again', async () => {
    const asked = await ask('come divento campione di scacchi?')
    await a.call('dismissGap', { matter: asked.matter, ente: 'c_a', reason: 'Non è cosa del Comune' })
    expect(await gapOf(a, asked)).toMatchObject({ state: 'dismissed', dismissed: { reason: 'Non è cosa del Comune' } })
    expect((await gapOf(board, asked))?.state).toBe('open')
    await a.call('reopenGap', { matter: asked.matter, ente: 'c_a' })
    expect(await gapOf(a, asked)).toMatchObject({ state: 'open', dismissed: null })
    await expect(b.call('dismissGap', { matter: asked.matter, ente: 'c_a', reason: 'Non è nostra' })).rejects.toBeInstanceOf(PanelRefused)
    await expect(board.call('dismissGap', { matter: asked.matter, ente: null, reason: 'Non ci riguarda' })).rejects.toBeInstanceOf(
      PanelRefused,
    )
  })

  test('are counted by week, topic and Ente; an Ente’s people see their own', async () => {
    const before = await federation.call('readFigures', { weeks: 4 }, federation.operator)
    const asked = await ask('quanto costa la mensa scolastica', 'b')
    expect(asked.outcome).toBe('answer')
    await judge(asked.questionId, 'solved')
    const after = await federation.call('readFigures', { weeks: 4 }, federation.operator)
    expect(after.total).toEqual({
      ...before.total,
      asked: before.total.asked + 1,
      answered: before.total.answered + 1,
      helped: before.total.helped + 1,
    })
    expect(after.weeks.reduce((sum, week) => sum + week.asked, 0)).toBe(after.total.asked)
    expect(after.topics.reduce((sum, topic) => sum + topic.asked, 0)).toBe(after.total.asked)
    expect(after.enti.map(({ code }) => code).sort()).toEqual(['c_a', 'c_b', 'c_c'])
    const ofAgent = await federation.call('readFigures', { weeks: 4 }, federation.agent)
    expect(ofAgent.enti.map(({ code }) => code)).toEqual(['c_a'])
    expect(ofAgent.total).toMatchObject({ asked: after.enti.find(({ code }) => code === 'c_a')?.asked })
    await expect(federation.call('readFigures', { weeks: 4, ente: 'comune-b' }, federation.agent)).rejects.toMatchObject({
      code: 'unknown-ente',
    })
  })

  test('that were judged move the thresholds of their Ente, and of no other', async () => {
    const { calibrateEnti } = fromBackOffice<{ calibrateEnti: (s: TestStrapi, now: Date) => Promise<void> }>('questions/calibrate-enti.js')
    const asked = await ask('quanto costa la mensa scolastica', 'b')
    const events = Array.from({ length: 120 }, (_, place): QuestionEvent[] => {
      const questionId = randomUUID()
      return [
        { kind: 'asked', at: now(), ...asked, questionId },
        { kind: 'judged', questionId, at: now(), verdict: place % 3 === 0 ? 'refused' : 'solved' },
      ]
    }).flat()
    await record(events)
    const tomorrow = new Date(Date.now() + 86_400_000)
    await calibrateEnti(federation.strapi, tomorrow)
    await indexed()
    const thresholdsOf = async (code: string) => (await engine.reader.enti()).find((ente) => ente.code === code)?.thresholds
    const moved = await thresholdsOf('c_b')
    expect(moved?.answer).toBe(0.91)
    expect(await thresholdsOf('c_a')).toBeNull()
    const history = () => federation.strapi.db.query('api::calibration.calibration').findMany({ where: { enteCode: 'c_b' } })
    expect(await history()).toMatchObject([{ ...moved, judgedThree: 0 }])
    // The same day nothing moves again, and on the next a hundredth at most.
    await calibrateEnti(federation.strapi, tomorrow)
    expect(await history()).toHaveLength(1)
    await calibrateEnti(federation.strapi, new Date(tomorrow.getTime() + 86_400_000))
    expect(await history()).toMatchObject([{ answer: 0.91 }, { answer: 0.92 }])
    expect(asked.probability.first).toBeGreaterThan(0.9)
  })

  test('are forgotten after a year', async () => {
    const { forgetQuestions } = fromBackOffice<{ forgetQuestions: (s: TestStrapi, now: Date) => Promise<void> }>(
      'questions/forget-questions.js',
    )
    const { questionId } = await ask('che tempo fa?')
    await forgetQuestions(federation.strapi, new Date(Date.now() + 364 * 86_400_000))
    expect(await recordOf(questionId)).not.toBeNull()
    await forgetQuestions(federation.strapi, new Date(Date.now() + 366 * 86_400_000))
    expect(await recordOf(questionId)).toBeNull()
  })
})
