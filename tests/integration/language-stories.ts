// SPDX-License-Identifier: AGPL-3.0-or-later
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { locales, serviceCategories, topics, translationLocales } from '@linea-comune/config'
import { startEngine, type TestEngine } from '../support/engine.js'
import { fromBackOffice, openFederation, type Federation, type TestStrapi } from '../support/federation.js'
import { signInToPanel, type PanelSession } from '../support/panel.js'
import { until } from '../support/until.js'

const sheetUid = 'api::service-sheet.service-sheet'
const faqUid = 'api::faq.faq'
const enteUid = 'api::ente.ente'

type Row = Record<string, unknown>

/** What must hold of texts in several languages on every database. */
export const describeLanguages = (database: string, env: () => Promise<Record<string, string>>): void => {
  let federation: Federation
  let engine: TestEngine
  let worker: { stop: () => Promise<void> }
  let editor: PanelSession['send']
  beforeAll(async () => {
    engine = await startEngine()
    federation = await openFederation(await env())
    worker = fromBackOffice<{ startIndexWorker: (s: TestStrapi, w: unknown) => typeof worker }>(
      'indexing/index-worker.js',
    ).startIndexWorker(federation.strapi, engine.writer)
    editor = (await signInToPanel(federation.url, 'editor@a.example')).send
  })
  afterAll(async () => {
    await worker.stop()
    await federation.stop()
    await engine.stop()
  })

  const documents = (uid = sheetUid) => federation.strapi.documents(uid)
  const rowsOf = (documentId: string, uid = sheetUid): Promise<Row[]> => federation.strapi.db.query(uid).findMany({ where: { documentId } })
  const publishedIn = async (documentId: string, locale: string, uid = sheetUid): Promise<Row | undefined> =>
    (await rowsOf(documentId, uid)).find((row) => row.locale === locale && row.publishedAt !== null)
  const draftIn = async (documentId: string, locale: string, uid = sheetUid): Promise<Row | undefined> =>
    (await rowsOf(documentId, uid)).find((row) => row.locale === locale && row.publishedAt === null)
  const settled = () =>
    until(
      'the index worker',
      async () => (await federation.strapi.db.query('api::index-job.index-job').count({ where: { doneAt: { $null: true } } })) === 0,
    )
  const write = (documentId: string, locale: string, data: Row, status = 'published', uid = sheetUid) =>
    documents(uid).update({ documentId, locale, status, data })
  /** A sheet of A, published in Italian and German. */
  const translatedSheet = async (title: string): Promise<{ documentId: string; slug: string }> => {
    const { documentId } = await documents().create({
      locale: 'it',
      status: 'published',
      data: { title, enteCode: 'c_a', summary: 'Che cosa è.', costs: 'Costa 10 €.' },
    })
    await write(documentId, 'de', { title: `${title} (de)`, summary: 'Was es ist.', costs: 'Kostet 10 €.' })
    return { documentId, slug: String((await publishedIn(documentId, 'de'))?.slug) }
  }
  const marked = async (documentId: string, locale = 'de', uid = sheetUid): Promise<{ published: boolean; draft: boolean }> => ({
    published: (await publishedIn(documentId, locale, uid))?.outdatedSince != null,
    draft: (await draftIn(documentId, locale, uid))?.outdatedSince != null,
  })
  const fresh = { published: false, draft: false }
  const outdated = { published: true, draft: true }

  describe(`a translation, on ${database}`, () => {
    test('is marked when citizens get another text in Italian, in the panel and in the index', async () => {
      const { documentId, slug } = await translatedSheet('Passo carrabile')
      expect(await marked(documentId)).toEqual(fresh)
      const before = (await publishedIn(documentId, 'de'))?.updatedAt
      await write(documentId, 'it', { costs: 'Costa 12 €.' }, 'draft')
      expect(await marked(documentId)).toEqual(fresh)
      await documents().publish({ documentId, locale: 'it' })
      expect(await marked(documentId)).toEqual(outdated)
      // Its own text is as old as it was.
      expect((await publishedIn(documentId, 'de'))?.updatedAt).toEqual(before)
      await settled()
      const read = (locale: 'it' | 'de') =>
        engine.reader.sheet({ enteCode: 'c_a', slug: locale === 'de' ? slug : 'passo-carrabile', locale })
      expect((await read('de'))?.page.outdatedSince).toMatch(/^\d{4}-\d\d-\d\dT/)
      expect((await read('it'))?.page.outdatedSince).toBeNull()
      const list = await editor('GET', `/content-manager/collection-types/${sheetUid}?locale=de&pageSize=100`)
      expect(list.text).toContain('"outdatedSince":"20')
    })

    test('loses the mark when it is written anew, or saved as it is', async () => {
      const { documentId } = await translatedSheet('Suolo pubblico')
      await write(documentId, 'it', { costs: 'Costa 12 €.' })
      expect(await marked(documentId)).toEqual(outdated)
      const path = `/content-manager/collection-types/${sheetUid}/${documentId}`
      const asItIs = { title: 'Suolo pubblico (de)', summary: 'Was es ist.', costs: 'Kostet 10 €.' }
      expect((await editor('PUT', `${path}?locale=de`, asItIs)).status).toBe(200)
      expect(await marked(documentId)).toEqual({ published: true, draft: false })
      expect((await editor('POST', `${path}/actions/publish?locale=de`, asItIs)).status).toBe(200)
      expect(await marked(documentId)).toEqual(fresh)
    })

    test('loses the mark for good when an editor empties its date', async () => {
      const { documentId } = await translatedSheet('Fiere')
      await write(documentId, 'it', { costs: 'Costa 12 €.' })
      expect(
        (await editor('PUT', `/content-manager/collection-types/${sheetUid}/${documentId}?locale=de`, { outdatedSince: null })).status,
      ).toBe(200)
      await documents().publish({ documentId, locale: 'de' })
      await documents().publish({ documentId, locale: 'it' })
      expect(await marked(documentId)).toEqual(fresh)
    })

    test('is not marked for what is no text, nor by publishing the same text again', async () => {
      const { documentId } = await translatedSheet('Tagli d’erba')
      await write(documentId, 'it', { reviewBy: '2028-01-01', keywords: ['erba'], active: false })
      await documents().publish({ documentId, locale: 'it' })
      expect(await marked(documentId)).toEqual(fresh)
    })

    test('stays marked when only its review date is written', async () => {
      const { documentId } = await translatedSheet('Rami caduti')
      await write(documentId, 'it', { summary: 'Un’altra cosa.' })
      await write(documentId, 'de', { reviewBy: '2028-01-01' })
      expect(await marked(documentId)).toEqual(outdated)
    })

    test('loses the mark when the Italian goes back to the text that it translates', async () => {
      const { documentId } = await translatedSheet('Panchine')
      await write(documentId, 'it', { costs: 'Costa 99 €.' })
      await write(documentId, 'it', { costs: 'Costa 10 €.' })
      expect(await marked(documentId)).toEqual(fresh)
    })

    test('written from an Italian draft is not marked when that draft comes out, and is when another does', async () => {
      const { documentId } = await translatedSheet('Fontanelle')
      await write(documentId, 'it', { costs: 'Costa 15 €.' }, 'draft')
      await write(documentId, 'de', { title: 'Brunnen', costs: 'Kostet 15 €.' })
      await documents().publish({ documentId, locale: 'it' })
      expect(await marked(documentId)).toEqual(fresh)
      await write(documentId, 'it', { costs: 'Costa 16 €.' }, 'draft')
      await write(documentId, 'de', { costs: 'Kostet 16 €.' }, 'draft')
      await write(documentId, 'it', { costs: 'Costa 17 €.' })
      expect(await marked(documentId)).toEqual(outdated)
    })

    test('from before marks were kept counts as fresh until the Italian text changes', async () => {
      const { documentId } = await translatedSheet('Cestini')
      await federation.strapi.db.query(sheetUid).updateMany({ where: { documentId }, data: { translatedFrom: null } })
      await documents().publish({ documentId, locale: 'it' })
      expect(await marked(documentId)).toEqual(fresh)
      await federation.strapi.db.query(sheetUid).updateMany({ where: { documentId }, data: { translatedFrom: null } })
      await write(documentId, 'it', { costs: 'Gratis.' })
      expect(await marked(documentId)).toEqual(outdated)
    })

    test('of a question is marked too, and answers carry the mark', async () => {
      const { documentId } = await documents(faqUid).create({
        locale: 'it',
        status: 'published',
        data: { question: 'Quando apre la piscina comunale?', answer: 'Alle 9.', enteCode: 'c_a' },
      })
      await write(documentId, 'de', { question: 'Wann öffnet das Schwimmbad?', answer: 'Um 9 Uhr.' }, 'published', faqUid)
      await write(documentId, 'it', { answer: 'Alle 10.' }, 'published', faqUid)
      await settled()
      const answer = await engine.answerer.answer({ enteCode: 'c_a', enteSlug: 'comune-a', q: 'Wann öffnet das Schwimmbad?', locale: 'de' })
      expect(answer.items[0]).toMatchObject({ locale: 'de', text: 'Um 9 Uhr.' })
      expect(answer.items[0]?.outdatedSince).toMatch(/^\d{4}-/)
    })

    test('imported together with a changed Italian text is not marked; left alone, it is', async () => {
      const { importFiles } = fromBackOffice<{ importFiles: (s: TestStrapi, files: string[]) => Promise<{ refused: unknown[] }> }>(
        'import/import-files.js',
      )
      const bring = async (italian: string, german: string): Promise<void> => {
        const file = path.join(federation.dataDir, 'two-languages.json')
        const row = { id: 'orti', ente: 'c_a' }
        const sheets = [
          { ...row, locale: 'it', title: 'Orti urbani', costs: italian },
          { ...row, locale: 'de', title: 'Gemeinschaftsgärten', costs: german },
        ]
        fs.writeFileSync(file, JSON.stringify({ sheets }))
        expect((await importFiles(federation.strapi, [file])).refused).toEqual([])
      }
      await bring('10 €', '10 Euro')
      const documentId = String((await federation.strapi.db.query(sheetUid).findOne({ where: { externalId: 'orti' } }))?.documentId)
      expect(await marked(documentId)).toEqual(fresh)
      await bring('20 €', '20 Euro')
      expect(await marked(documentId)).toEqual(fresh)
      await bring('30 €', '20 Euro')
      expect(await marked(documentId)).toEqual(outdated)
      await bring('30 €', '30 Euro')
      expect(await marked(documentId)).toEqual(fresh)
    })
  })

  describe(`what all languages share, on ${database}`, () => {
    const activeEverywhere = async (documentId: string): Promise<string> =>
      (await rowsOf(documentId))
        .map((row) => `${String(row.locale)} ${row.publishedAt === null ? 'draft' : 'published'} ${String(row.active)}`)
        .sort()
        .join(', ')

    test('reaches the published version of every language when the Italian one is published', async () => {
      const { documentId, slug } = await translatedSheet('Bagni pubblici')
      const page = `/content-manager/collection-types/${sheetUid}/${documentId}`
      const changed = { title: 'Bagni pubblici', summary: 'Che cosa è.', costs: 'Costa 10 €.', active: false, reviewBy: '2027-06-30' }
      expect((await editor('PUT', `${page}?locale=it`, changed)).status).toBe(200)
      expect(await activeEverywhere(documentId)).toBe('de draft false, de published true, it draft false, it published true')
      expect((await editor('POST', `${page}/actions/publish?locale=it`, changed)).status).toBe(200)
      expect(await activeEverywhere(documentId)).toBe('de draft false, de published false, it draft false, it published false')
      expect((await publishedIn(documentId, 'de'))?.reviewBy).toBe('2027-06-30')
      await settled()
      expect((await engine.reader.sheet({ enteCode: 'c_a', slug, locale: 'de' }))?.page.active).toBe(false)
    })

    test('does the same when it is written and published in one go', async () => {
      const { documentId } = await translatedSheet('Docce pubbliche')
      await write(documentId, 'it', { active: false })
      expect(await activeEverywhere(documentId)).toBe('de draft false, de published false, it draft false, it published false')
    })

    test('waits for the Italian version when another language is published first', async () => {
      const { documentId } = await translatedSheet('Parchi')
      await write(documentId, 'it', { active: false }, 'draft')
      await documents().publish({ documentId, locale: 'de' })
      expect(await activeEverywhere(documentId)).toBe('de draft false, de published true, it draft false, it published true')
      await documents().publish({ documentId, locale: 'it' })
      expect(await activeEverywhere(documentId)).toBe('de draft false, de published false, it draft false, it published false')
    })

    test('is the same for a question: until when it holds', async () => {
      const { documentId } = await documents(faqUid).create({
        locale: 'it',
        status: 'published',
        data: { question: 'Quando apre il bando?', answer: 'A marzo.', enteCode: 'c_a' },
      })
      await write(documentId, 'de', { question: 'Wann beginnt die Frist?', answer: 'Im März.' }, 'published', faqUid)
      await write(documentId, 'it', { validUntil: '2020-12-31' }, 'published', faqUid)
      expect((await publishedIn(documentId, 'de', faqUid))?.validUntil).toBe('2020-12-31')
      await settled()
      expect(await engine.reader.faq({ enteCode: 'c_a', documentId, locale: 'de' })).toBeNull()
    })
  })

  describe(`the languages of an Ente, on ${database}`, () => {
    test('are those in which people may write for it', async () => {
      const { documentId } = await translatedSheet('Mercato rionale')
      const page = `/content-manager/collection-types/${sheetUid}/${documentId}`
      const slovenian = await editor('PUT', `${page}?locale=sl`, { title: 'Tržnica' })
      expect(slovenian.status).toBe(400)
      expect((slovenian.body.error as { message?: string } | undefined)?.message).toBe(
        'Comune di A non ha pagine in sloveno. Le sue lingue: italiano, inglese e tedesco. Per aggiungerne una scrivi all’amministratore del centro.',
      )
      expect((await editor('POST', `/content-manager/collection-types/${sheetUid}?locale=fr`, { title: 'Marché' })).status).toBe(400)
      expect((await rowsOf(documentId)).map((row) => row.locale)).not.toContain('sl')
      expect((await editor('PUT', `${page}?locale=en`, { title: 'Market' })).status).toBe(200)
    })

    test('are known ones, with Italian among them', async () => {
      const ente = String((await federation.strapi.db.query(enteUid).findOne({ where: { code: 'c_c' } }))?.documentId)
      const speak = (languages: unknown) => documents(enteUid).update({ documentId: ente, data: { languages } })
      await expect(speak(['it', 'xx'])).rejects.toThrow(/codice che il sistema non conosce/)
      await expect(speak(['de'])).rejects.toThrow(/italiano/)
      await expect(speak('it')).rejects.toThrow(/lista/)
      await speak(['it', 'sl', 'it', 'fr'])
      expect((await federation.strapi.db.query(enteUid).findOne({ where: { code: 'c_c' } }))?.languages).toEqual(['it', 'sl', 'fr'])
      await speak(null)
      expect((await federation.strapi.db.query(enteUid).findOne({ where: { code: 'c_c' } }))?.languages).toEqual(['it'])
    })
  })

  describe(`offices, places and vocabularies, on ${database}`, () => {
    test('have every term in every language from the first start, and get back only what they lack', async () => {
      const codes = await federation.strapi.db.query('plugin::i18n.locale').findMany({})
      expect(codes.map((row) => row.code)).toEqual(expect.arrayContaining([...locales]))
      const term = () =>
        federation.strapi.db.query('api::topic.topic').findOne({ where: { code: 'acqua' }, populate: { translations: true } })
      const names = async () =>
        ((await term())?.translations as { locale: string; name: string }[]).map(({ locale, name }) => `${locale} ${name}`)
      const water = topics.find(({ code }) => code === 'acqua')
      expect((await names()).sort()).toEqual(translationLocales.map((locale) => `${locale} ${String(water?.[locale])}`).sort())
      const documentId = String((await term())?.documentId)
      await documents('api::topic.topic').update({ documentId, data: { translations: [{ locale: 'de', name: 'Trinkwasser' }] } })
      await fromBackOffice<{ setUpVocabularies: (s: TestStrapi) => Promise<void> }>('setup/vocabularies.js').setUpVocabularies(
        federation.strapi,
      )
      expect((await names()).sort()).toEqual(['de Trinkwasser', 'en Water', 'fr Eau', 'sl Voda'])
    })

    test('so is the Ente itself', async () => {
      const ente = String((await federation.strapi.db.query(enteUid).findOne({ where: { code: 'c_b' } }))?.documentId)
      await documents(enteUid).update({ documentId: ente, data: { translations: [{ locale: 'de', name: 'Gemeinde B', summary: '' }] } })
      await settled()
      expect(await engine.reader.enteByCode('c_b')).toMatchObject({
        name: 'Comune di B',
        nameLocale: 'it',
        translations: [{ locale: 'de', name: 'Gemeinde B' }],
      })
    })

    test('are named in the language of the reader, also around a text that is not translated', async () => {
      const place = await documents('api::place.place').create({
        data: { name: 'Municipio', enteCode: 'c_a', translations: [{ locale: 'sl', name: 'Občinska hiša' }] },
      })
      const office = await documents('api::office.office').create({
        data: {
          name: 'Ufficio tributi',
          enteCode: 'c_a',
          places: { connect: [place.documentId] },
          translations: [
            { locale: 'de', name: 'Steueramt' },
            { locale: 'sl', name: 'Davčni urad' },
          ],
        },
      })
      const category = await federation.strapi.db.query('api::service-category.service-category').findOne({ where: { code: '9' } })
      const { documentId } = await documents().create({
        locale: 'it',
        status: 'published',
        data: {
          title: 'Tassa sui rifiuti',
          summary: 'Chi la paga.',
          enteCode: 'c_a',
          offices: { connect: [office.documentId] },
          categories: { connect: [category?.documentId] },
        },
      })
      await settled()
      const taxes = serviceCategories.find(({ code }) => code === '9')
      const slug = String((await publishedIn(documentId, 'it'))?.slug)
      expect(await engine.reader.sheet({ enteCode: 'c_a', slug, locale: 'sl' })).toMatchObject({
        fallback: true,
        page: {
          locale: 'it',
          title: 'Tassa sui rifiuti',
          categories: [{ name: taxes?.sl, nameLocale: 'sl' }],
          offices: [{ name: 'Davčni urad', places: [{ name: 'Občinska hiša' }] }],
        },
      })
      const german = await engine.reader.office({ enteCode: 'c_a', slug: 'ufficio-tributi', locale: 'de' })
      expect(german).toMatchObject({ name: 'Steueramt', nameLocale: 'de', places: [{ name: 'Municipio', nameLocale: 'it' }] })
    })
  })
}
