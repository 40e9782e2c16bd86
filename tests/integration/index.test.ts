// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { indexedIds } from '@linea-comune/search'
import { startEngine, type TestEngine } from '../support/engine.js'
import { fromBackOffice, openFederation, type Federation, type TestStrapi } from '../support/federation.js'
import { until } from '../support/until.js'

const sheetUid = 'api::service-sheet.service-sheet'

describe('the search index', () => {
  let engine: TestEngine
  let federation: Federation
  let worker: { stop: () => Promise<void> }
  const startWorker = (writer: TestEngine['writer'] = engine.writer): typeof worker =>
    fromBackOffice<{ startIndexWorker: (s: TestStrapi, w: unknown) => typeof worker }>('indexing/index-worker.js').startIndexWorker(
      federation.strapi,
      writer,
    )
  beforeAll(async () => {
    engine = await startEngine()
    federation = await openFederation()
    worker = startWorker()
  })
  afterAll(async () => {
    await worker.stop()
    await federation.stop()
    await engine.stop()
  })

  const documents = () => federation.strapi.documents(sheetUid)
  const rowsOf = (documentId: string) => federation.strapi.db.query(sheetUid).findMany({ where: { documentId } })
  const idsOf = async (documentId: string): Promise<string[]> =>
    (await indexedIds(engine.client))
      .map((entry) => entry.id)
      .filter((id) => id.includes(documentId))
      .sort()
  /** Waits until every job was done, then answers what is in the index. */
  const settled = async (documentId: string): Promise<string[]> => {
    await until(
      'the index worker',
      async () => (await federation.strapi.db.query('api::index-job.index-job').count({ where: { doneAt: { $null: true } } })) === 0,
    )
    return idsOf(documentId)
  }
  const sheet = (data: Record<string, unknown> = {}, params: Record<string, unknown> = {}) =>
    documents().create({
      locale: 'it',
      status: 'published',
      data: { title: 'Permesso di sosta per residenti', enteCode: 'c_a', costs: 'Costa 12,00 € all’anno.', audience: 'Residenti', ...data },
      ...params,
    })

  test('shows the federation’s sheet until the Ente publishes its own in its place, and again afterwards', async () => {
    const shared = await sheet({ title: 'Passo carrabile', enteCode: null })
    const seenBy = async (enteCode: string) => {
      await settled(shared.documentId)
      return (await engine.reader.sheet({ enteCode, slug: 'passo-carrabile', locale: 'it' }))?.page.documentId
    }
    expect(await seenBy('c_a')).toBe(shared.documentId)
    const own = await sheet({ title: 'Passo carrabile' })
    expect([await seenBy('c_a'), await seenBy('c_b')]).toEqual([own.documentId, shared.documentId])
    const list = await engine.reader.sheets({ enteCode: 'c_a', locale: 'it', page: 1, pageSize: 100 })
    expect(list.items.map(({ id }) => id).filter((id) => id.includes(shared.documentId))).toEqual([])
    await documents().unpublish({ documentId: own.documentId, locale: 'it' })
    expect(await seenBy('c_a')).toBe(shared.documentId)
    // Following the same model says it too, under whatever name.
    await federation.strapi.db
      .query(sheetUid)
      .updateMany({ where: { documentId: shared.documentId }, data: { modelId: 'modello', modelVersion: 1 } })
    const adopted = await sheet({ title: 'Il nostro passo carrabile', modelId: 'modello', modelVersion: 1 })
    await settled(adopted.documentId)
    expect(await seenBy('c_a')).toBeUndefined()
    await documents().delete({ documentId: adopted.documentId, locale: '*' })
    expect(await seenBy('c_a')).toBe(shared.documentId)
    for (const { documentId } of [own, shared]) await documents().delete({ documentId, locale: '*' })
  })

  test('shows the federation’s sheet again to an Ente whose own went to another, where that has one itself', async () => {
    const title = 'Ricovero degli attrezzi'
    const shared = await sheet({ title, enteCode: null })
    const own = await sheet({ title })
    await sheet({ title, enteCode: 'c_b' })
    const seenBy = async (enteCode: string) => {
      await settled(shared.documentId)
      return (await engine.reader.sheet({ enteCode, slug: 'ricovero-degli-attrezzi', locale: 'it' }))?.page.documentId
    }
    expect(await seenBy('c_a')).toBe(own.documentId)
    await documents().update({ documentId: own.documentId, locale: 'it', data: { enteCode: 'c_b' } })
    expect(await seenBy('c_a')).toBe(shared.documentId)
  })

  test('shows the federation’s sheet also where the Ente’s own is not there in Italian, which every language falls back on', async () => {
    const shared = await sheet({ title: 'Carta europea', enteCode: null })
    const own = await sheet({ title: 'Carta europea' }, { locale: 'en' })
    await settled(own.documentId)
    await settled(shared.documentId)
    const seenIn = async (locale: 'it' | 'de' | 'en') =>
      (await engine.reader.sheet({ enteCode: 'c_a', slug: 'carta-europea', locale }))?.page.documentId
    expect([await seenIn('it'), await seenIn('de'), await seenIn('en')]).toEqual([shared.documentId, shared.documentId, own.documentId])
    await documents().update({ documentId: own.documentId, locale: 'it', status: 'published', data: { title: 'Carta europea' } })
    await settled(own.documentId)
    expect([await seenIn('it'), await seenIn('de'), await seenIn('en')]).toEqual([own.documentId, own.documentId, own.documentId])
    await documents().unpublish({ documentId: own.documentId, locale: 'it' })
    await settled(own.documentId)
    expect([await seenIn('it'), await seenIn('en')]).toEqual([shared.documentId, own.documentId])
    for (const { documentId } of [own, shared]) await documents().delete({ documentId, locale: '*' })
  })

  test('finds what was published, and answers with the section that answers', async () => {
    const { documentId } = await sheet()
    expect(await settled(documentId)).toEqual([`c_a_${documentId}_it`])
    const answer = await engine.answerer.answer({
      enteCode: 'c_a',
      enteSlug: 'comune-a',
      q: 'quanto costa il permesso di sosta?',
      locale: 'it',
    })
    expect(answer.items[0]).toMatchObject({
      id: `c_a_${documentId}_it`,
      section: 'Costi',
      ente: 'c_a',
      url: '/comune-a/servizi/permesso-di-sosta-per-residenti#costs',
    })
    expect(answer.items[0]?.text).toContain('12,00')
  })

  test('never holds a draft, nor the draft of what is published', async () => {
    const { documentId } = await sheet({ title: 'Bozza segreta' }, { status: 'draft' })
    expect(await settled(documentId)).toEqual([])
    const published = await sheet({ title: 'Testo pubblico' })
    await settled(published.documentId)
    await documents().update({ documentId: published.documentId, locale: 'it', data: { title: 'Testo ancora in bozza' } })
    await settled(published.documentId)
    const { items } = await engine.reader.sheets({ enteCode: 'c_a', locale: 'it', page: 1, pageSize: 100 })
    expect(items.map((item) => item.title)).toContain('Testo pubblico')
    expect(JSON.stringify(items)).not.toMatch(/Bozza segreta|ancora in bozza/)
  })

  test('forgets what was unpublished or deleted', async () => {
    const a = await sheet({ title: 'Da ritirare' })
    const b = await sheet({ title: 'Da cancellare' })
    expect([...(await settled(a.documentId)), ...(await settled(b.documentId))]).toHaveLength(2)
    await documents().unpublish({ documentId: a.documentId, locale: '*' })
    await documents().delete({ documentId: b.documentId, locale: '*' })
    expect([...(await settled(a.documentId)), ...(await settled(b.documentId))]).toEqual([])
  })

  test('holds each language of a document on its own', async () => {
    const { documentId } = await sheet()
    await documents().update({
      documentId,
      locale: 'en',
      status: 'published',
      data: { title: 'Residents’ parking permit', costs: 'It costs 12.00 €.' },
    })
    expect(await settled(documentId)).toEqual([`c_a_${documentId}_en`, `c_a_${documentId}_it`])
    await documents().unpublish({ documentId, locale: 'en' })
    expect(await settled(documentId)).toEqual([`c_a_${documentId}_it`])
  })

  test('follows a document that moves to another Ente', async () => {
    const { documentId } = await sheet({ title: 'Scheda che trasloca' })
    await settled(documentId)
    await documents().update({ documentId, locale: 'it', status: 'published', data: { enteCode: 'c_b' } })
    expect(await settled(documentId)).toEqual([`c_b_${documentId}_it`])
  })

  test('follows a document with two languages whole: drafts, published versions, addresses', async () => {
    const title = 'Trasloco in due lingue'
    await sheet({ title, enteCode: 'c_b' })
    const { documentId } = await sheet({ title })
    await documents().update({ documentId, locale: 'en', status: 'published', data: { title: 'Moving in two languages' } })
    expect(await settled(documentId)).toEqual([`c_a_${documentId}_en`, `c_a_${documentId}_it`])
    await documents().update({ documentId, locale: 'it', data: { enteCode: 'c_b' } })
    expect(await settled(documentId)).toEqual([`c_b_${documentId}_en`, `c_b_${documentId}_it`])
    const rows = await rowsOf(documentId)
    expect(rows.map((row) => row.enteCode)).toEqual(['c_b', 'c_b', 'c_b', 'c_b'])
    expect([...new Set(rows.map((row) => row.slug))].sort()).toEqual(['moving-in-two-languages', 'trasloco-in-due-lingue-2'])
  })

  test('keeps the addresses of one Ente apart, whatever an update leaves out', async () => {
    await sheet({ title: 'Tessera elettorale' })
    const { documentId } = await sheet({ title: 'Duplicato' })
    await documents().update({ documentId, locale: 'it', data: { slug: 'tessera-elettorale' } })
    await documents().update({ documentId, locale: 'en', data: { title: 'Tessera elettorale' } })
    const slugs = (await rowsOf(documentId)).filter((row) => row.publishedAt === null).map((row) => row.slug)
    expect(slugs).toEqual(['tessera-elettorale-2', 'tessera-elettorale-2'])
    await documents().update({ documentId, locale: 'it', data: { summary: 'Resta dov’è.' } })
    expect((await rowsOf(documentId)).map((row) => row.slug)).toContain('tessera-elettorale-2')
    const other = await sheet({ title: 'Tessera elettorale', enteCode: 'c_b' })
    expect((await rowsOf(other.documentId)).map((row) => row.slug)).toEqual(['tessera-elettorale', 'tessera-elettorale'])
    const ente = federation.strapi.documents('api::ente.ente')
    await expect(ente.create({ data: { code: 'c_api', name: 'API', lifecycle: 'active' } })).rejects.toThrow(/riservate/)
  })

  test('takes an office or a place away from the pages that showed it', async () => {
    const place = await federation.strapi.documents('api::place.place').create({ data: { name: 'Villa Bianca', enteCode: 'c_a' } })
    const office = await federation.strapi
      .documents('api::office.office')
      .create({ data: { name: 'Ufficio che chiude', enteCode: 'c_a', places: [place.documentId] } })
    const { documentId } = await sheet({ title: 'Servizio che resta', offices: [office.documentId] })
    const shown = async (): Promise<string> => {
      await settled(documentId)
      return JSON.stringify((await engine.reader.sheet({ enteCode: 'c_a', slug: 'servizio-che-resta', locale: 'it' }))?.page)
    }
    expect(await shown()).toMatch(/Ufficio che chiude.*Villa Bianca/)
    await federation.strapi.documents('api::place.place').delete({ documentId: place.documentId })
    expect(await shown()).not.toContain('Villa Bianca')
    await federation.strapi.documents('api::office.office').delete({ documentId: office.documentId })
    expect(await shown()).not.toContain('Ufficio che chiude')
  })

  test('forgets a question on the day after its last', async () => {
    const faqs = federation.strapi.documents('api::faq.faq')
    const ask = (validUntil: string | null) =>
      faqs.create({
        locale: 'it',
        status: 'published',
        data: { question: 'Fino a quando?', answer: 'Fino a oggi.', enteCode: 'c_a', validUntil },
      })
    const day = (offset: number): string =>
      new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Rome' }).format(new Date(Date.now() + offset * 24 * 3_600_000))
    const [always, today, yesterday] = [await ask(null), await ask(day(0)), await ask(day(-1))]
    // The federation's follows the same model: the Ente's own stands in its place for as long as it holds.
    const follows = (documentId: string) =>
      federation.strapi.db
        .query('api::faq.faq')
        .updateMany({ where: { documentId }, data: { modelId: 'modello-di-domanda', modelVersion: 1 } })
    await follows(today.documentId)
    const shared = await faqs.create({ locale: 'it', data: { question: 'Fino a quando, per tutti?', answer: 'Sempre.' } })
    await follows(shared.documentId)
    await faqs.publish({ documentId: shared.documentId, locale: 'it' })
    const seenByA = async () => (await engine.reader.faq({ enteCode: 'c_a', documentId: shared.documentId, locale: 'it' })) !== null
    expect(await settled(shared.documentId)).toHaveLength(1)
    expect(await seenByA()).toBe(false)
    expect(await settled(always.documentId)).toHaveLength(1)
    expect(await settled(today.documentId)).toHaveLength(1)
    expect(await settled(yesterday.documentId)).toEqual([])

    // Two days go by without anybody writing anything.
    const setting = { where: { key: 'faq-validity' } }
    await federation.strapi.db.query('api::setting.setting').updateMany({ ...setting, data: { value: { checkedOn: day(-2) } } })
    await federation.strapi.db.query('api::faq.faq').updateMany({ where: { documentId: today.documentId }, data: { validUntil: day(-2) } })
    await worker.stop()
    worker = startWorker()
    await until('the end of its validity', async () => (await idsOf(today.documentId)).length === 0)
    expect(await settled(always.documentId)).toHaveLength(1)
    expect(await seenByA()).toBe(true)
    expect(await federation.strapi.db.query('api::setting.setting').findOne(setting)).toMatchObject({ value: { checkedOn: day(0) } })
  })

  test('is not held up by a job that cannot be done, which stays visible', async () => {
    const jobs = federation.strapi.db.query('api::index-job.index-job')
    const where = { kind: 'nonsense' }
    await jobs.create({ data: { ...where, target: 'nothing', attempts: 0 } })
    const { documentId } = await sheet({ title: 'Dietro un lavoro impossibile' })
    await until('the sheet', async () => (await idsOf(documentId)).length === 1)
    const bad = await until('a failed attempt', () => jobs.findOne({ where: { ...where, attempts: { $gt: 0 } } }))
    expect(bad).toMatchObject({ doneAt: null })
    expect(bad.lastError).toMatch(/Error/)
    await jobs.deleteMany({ where })
  })

  describe('with two back offices', () => {
    const lease = { where: { key: 'index-worker' } }
    const settings = () => federation.strapi.db.query('api::setting.setting')
    const counting = () => {
      const writer = { ...engine.writer, writes: 0 }
      writer.replaceDocuments = (written) => {
        writer.writes++
        return engine.writer.replaceDocuments(written)
      }
      return writer
    }

    test('one works, and the other takes over when the first ends', async () => {
      const second = counting()
      const standby = startWorker(second)
      await settled((await sheet({ title: 'Scritta dal primo' })).documentId)
      expect(second.writes).toBe(0)
      await worker.stop()
      const { documentId } = await sheet({ title: 'Scritta dal secondo' })
      expect(await settled(documentId)).toHaveLength(1)
      expect(second.writes).toBe(1)
      await standby.stop()
      worker = startWorker()
    })

    test('an older state never wins over a newer one', async () => {
      await worker.stop()
      let reached: () => void = () => undefined
      let goOn: () => void = () => undefined
      const atTheWrite = new Promise<void>((resolve) => (reached = resolve))
      const halted = new Promise<void>((resolve) => (goOn = resolve))
      let late: Promise<void> = Promise.resolve()
      const slow = startWorker({
        ...engine.writer,
        replaceDocuments: (written) => {
          reached()
          late = halted.then(() => engine.writer.replaceDocuments(written))
          return late
        },
      })
      const titles = async (): Promise<string> =>
        JSON.stringify((await engine.reader.sheets({ enteCode: 'c_a', locale: 'it', page: 1, pageSize: 100 })).items)
      const { documentId } = await sheet({ title: 'Testo vecchio' })
      await atTheWrite
      // As long as a lease lasts, in one step.
      const { value } = (await settings().findOne(lease)) as { value: { fence: number } }
      await settings().updateMany({ ...lease, data: { value: { ...value, until: 1 } } })
      const next = startWorker()
      await documents().update({ documentId, locale: 'it', status: 'published', data: { title: 'Testo nuovo' } })
      await settled(documentId)
      expect(await titles()).toContain('Testo nuovo')
      goOn()
      await late
      await until('the newer state', async () => {
        const shown = await titles()
        return shown.includes('Testo nuovo') && !shown.includes('Testo vecchio')
      })
      expect(await settings().findOne(lease)).toMatchObject({ value: { fence: value.fence + 1 } })
      await Promise.all([slow.stop(), next.stop()])
      worker = startWorker()
    })

    test('a restart waits for nobody: the lease of a process that is gone is taken at once', async () => {
      await worker.stop()
      const { value: last } = (await settings().findOne(lease)) as { value: { holder: string } }
      // The number is larger than any process may have.
      const holder = last.holder.replace(`|${String(process.pid)}|`, `|${String(2 ** 22 + 1)}|`)
      expect(holder).not.toBe(last.holder)
      await settings().updateMany({ ...lease, data: { value: { holder, until: Date.now() + 3_600_000, fence: 7 } } })
      worker = startWorker()
      const { documentId } = await sheet({ title: 'Dopo un riavvio' })
      expect(await settled(documentId)).toHaveLength(1)
      expect(await settings().findOne(lease)).toMatchObject({ value: { fence: 8 } })
    })

    test('a process of another machine is waited for', async () => {
      await worker.stop()
      const value = { holder: 'elsewhere|1|alive', until: Date.now() + 1500, fence: 8 }
      await settings().updateMany({ ...lease, data: { value } })
      const writer = counting()
      worker = startWorker(writer)
      const { documentId } = await sheet({ title: 'A turno' })
      await new Promise((resolve) => setTimeout(resolve, 600))
      expect(writer.writes).toBe(0)
      expect(await settled(documentId)).toHaveLength(1)
    })
  })

  test('shows an office’s new telephone on every sheet that names the office', async () => {
    const point = await federation.strapi
      .documents('api::contact-point.contact-point')
      .create({ data: { name: 'Centralino', enteCode: 'c_a', entries: [{ type: 'phone', value: '0555 010101' }] } })
    const office = await federation.strapi
      .documents('api::office.office')
      .create({ data: { name: 'Ufficio sosta', enteCode: 'c_a', contactPoints: [point.documentId] } })
    const { documentId } = await sheet({ title: 'Sosta dei camper', offices: [office.documentId] })
    await settled(documentId)
    await federation.strapi
      .documents('api::contact-point.contact-point')
      .update({ documentId: point.documentId, data: { entries: [{ type: 'phone', value: '0555 999999' }] } })
    await settled(documentId)
    const found = await engine.reader.sheet({ enteCode: 'c_a', slug: 'sosta-dei-camper', locale: 'it' })
    expect(JSON.stringify(found?.page.offices)).toContain('0555 999999')
  })

  test('is rebuilt beside itself: no search fails or finds nothing meanwhile, and what is published meanwhile is not lost', async () => {
    const { rebuildIndex } = fromBackOffice<{ rebuildIndex: (s: TestStrapi, c: unknown) => Promise<void> }>('indexing/rebuild-index.js')
    await settled((await sheet({ title: 'Tesserino per la raccolta dei funghi' })).documentId)
    const answers: number[] = []
    const rebuilding = new AbortController()
    const asking = (async () => {
      while (!rebuilding.signal.aborted) {
        const { items } = await engine.answerer.answer({ enteCode: 'c_a', enteSlug: 'comune-a', q: 'tesserino per i funghi', locale: 'it' })
        answers.push(items.length)
      }
    })()
    const rebuild = rebuildIndex(federation.strapi, engine.client)
    const { documentId } = await sheet({ title: 'Pubblicata durante la ricostruzione' })
    await rebuild
    rebuilding.abort()
    await asking
    expect(answers.length).toBeGreaterThan(3)
    expect(answers.filter((count) => count === 0)).toHaveLength(0)
    expect(await settled(documentId)).toEqual([`c_a_${documentId}_it`])
  })
})
