// SPDX-License-Identifier: AGPL-3.0-or-later
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = path.resolve(import.meta.dirname, '..', '..')
const fixtures = path.join(root, 'tests', 'fixtures', 'opencity')
const demo = fs.readdirSync(path.join(root, 'cms', 'demo')).map((file) => path.join(root, 'cms', 'demo', file))
const realOpenCity = path.resolve(root, '..', 'shared', 'data', 'trento-opencity')

type Row = Record<string, unknown>
interface Query {
  findOne(query: object): Promise<Row | null>
  findMany(query: object): Promise<Row[]>
  count(query?: object): Promise<number>
}
interface Report {
  counts: Record<string, Record<'created' | 'updated' | 'unchanged' | 'kept' | 'refused', number>>
  refused: { file: string; row: number; id: string; field: string; reason: string }[]
  kept: { id: string }[]
  warnings: { message: string }[]
}
interface Strapi {
  db: { query(uid: string): Query }
  documents(uid: string): { update(params: object): Promise<unknown>; unpublish(params: object): Promise<unknown> }
  destroy(): Promise<void>
}
interface Back {
  importFiles: (strapi: Strapi, files: readonly string[], options?: { ente?: string; dryRun?: boolean }) => Promise<Report>
}

let strapi: Strapi
let back: Back
let folder: string
const listenersBefore = process.eventNames().map((event) => [event, process.listeners(event as 'exit')] as const)

beforeAll(async () => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'linea-comune-import-'))
  process.env.DATA_DIR = folder
  delete process.env.DATABASE_URL
  // Strapi fails as an ES module under vitest: everything of the back office is loaded as the CommonJS it is.
  const load = createRequire(path.join(root, 'cms', 'package.json'))
  const { bootForCommand } = load('./dist/src/commands/boot.js') as { bootForCommand: () => Promise<Strapi> }
  back = load('./dist/src/import/import-files.js') as Back
  strapi = await bootForCommand()
})

afterAll(async () => {
  await strapi.destroy()
  // Strapi removes every listener of the process, those of the test runner too.
  for (const [event, listeners] of listenersBefore)
    for (const listener of listeners) if (!process.listeners(event as 'exit').includes(listener)) process.on(event as 'exit', listener)
  fs.rmSync(folder, { recursive: true, force: true })
})

const sheets = 'api::service-sheet.service-sheet'
const faqs = 'api::faq.faq'
const publishedSheet = (externalId: string, locale = 'it', populate: string[] = []): Promise<Row | null> =>
  strapi.db.query(sheets).findOne({ where: { externalId, locale, publishedAt: { $notNull: true } }, populate })

const write = (name: string, content: unknown): string => {
  const file = path.join(folder, name)
  fs.writeFileSync(file, typeof content === 'string' ? content : JSON.stringify(content))
  return file
}
const importJson = (content: unknown, options = {}): Promise<Report> => back.importFiles(strapi, [write('prova.json', content)], options)
const faults = (report: Report): string[] => report.refused.map(({ row, id, field }) => `${String(row)} ${id} ${field}`)
/** Every row of every content table: what must not change when nothing may be written. */
const everything = async (): Promise<string> => {
  const uids = [
    sheets,
    faqs,
    'api::office.office',
    'api::place.place',
    'api::contact-point.contact-point',
    'api::ente.ente',
    'api::index-job.index-job',
  ]
  return JSON.stringify(await Promise.all(uids.map((uid) => strapi.db.query(uid).findMany({ orderBy: { id: 'asc' } }))))
}

const federation = {
  enti: [
    { code: 'c_aa01', name: 'Comune di Castro', slug: 'castro', province: 'LE' },
    { code: 'c_aa02', name: 'Comune di Roccabianca', slug: 'roccabianca', province: 'PR' },
  ],
}
const office = { id: 'anagrafe', ente: 'c_aa01', name: 'Anagrafe' }
const sheet = {
  id: 'cie',
  ente: 'c_aa01',
  title: 'Carta d’identità',
  howTo: 'Prenota un appuntamento.',
  offices: ['anagrafe'],
  category: 'Anagrafe e stato civile',
  topics: ['Anagrafe'],
}

describe('the demo federation', () => {
  it('comes in whole, in every language, published and linked', async () => {
    const report = await back.importFiles(strapi, demo)
    expect(report.refused).toEqual([])
    expect(report.warnings).toEqual([])
    expect(await strapi.db.query('api::ente.ente').count()).toBe(3)
    const italian = await publishedSheet('cie-informazioni')
    const german = await publishedSheet('cie-informazioni', 'de')
    expect(german?.documentId).toBe(italian?.documentId)
    expect(german?.title).toContain('Personalausweis')
    const city = await publishedSheet('portolieto-cie', 'it', ['offices', 'topics', 'lifeEvents'])
    expect([city?.offices, city?.topics, city?.lifeEvents].map((list) => (list as Row[]).length)).toEqual([2, 2, 1])
    const faq = await strapi.db
      .query(faqs)
      .findOne({ where: { externalId: 'faq-passaporto', locale: 'it', publishedAt: { $notNull: true } }, populate: ['sheet'] })
    expect((faq?.sheet as Row).documentId).toBe(italian?.documentId)
  })

  it('coming again changes nothing, not even a date', async () => {
    const before = await everything()
    const report = await back.importFiles(strapi, demo)
    for (const counts of Object.values(report.counts)) expect(counts).toMatchObject({ created: 0, updated: 0, kept: 0, refused: 0 })
    expect(await everything()).toBe(before)
  })
})

describe('a file of ours', () => {
  it('brings Enti, offices and sheets, and only what changed is written again', async () => {
    expect((await importJson({ ...federation, offices: [office], sheets: [sheet] })).refused).toEqual([])
    const report = await importJson({ ...federation, offices: [office], sheets: [{ ...sheet, costs: '22 euro' }] })
    expect(report.counts).toMatchObject({ enti: { unchanged: 2 }, offices: { unchanged: 1 }, sheets: { updated: 1 } })
    expect((await publishedSheet('cie', 'it', ['offices']))?.offices).toHaveLength(1)
  })

  it('gives a translation to the same document, and shared values to every language', async () => {
    await importJson({
      sheets: [
        { ...sheet, costs: '22 euro' },
        { id: 'cie', ente: 'c_aa01', locale: 'en', title: 'Identity card', howTo: 'Book it.' },
      ],
    })
    await importJson({ sheets: [{ ...sheet, costs: '22 euro', active: false, inactiveReason: 'Sportello chiuso' }] })
    expect(await publishedSheet('cie', 'en')).toMatchObject({ title: 'Identity card', active: false, enteCode: 'c_aa01' })
    const report = await importJson({
      sheets: [
        { ...sheet, costs: '22 euro', active: false, inactiveReason: 'Sportello chiuso' },
        { id: 'cie', ente: 'c_aa01', locale: 'en', title: 'Identity card', howTo: 'Book it.' },
      ],
    })
    expect(report.counts.sheets).toMatchObject({ unchanged: 2, updated: 0 })
  })

  it('keeps a FAQ linked to its sheet when the sheet is published again', async () => {
    const faq = { id: 'faq-cie', ente: 'c_aa01', question: 'Quanto costa la carta?', answer: '22 euro.', sheet: 'cie' }
    await importJson({ faqs: [faq] })
    await importJson({ sheets: [{ ...sheet, costs: '23 euro' }] })
    const report = await importJson({ faqs: [faq] })
    expect(report.counts.faqs).toMatchObject({ unchanged: 1 })
    const rows = await strapi.db.query(faqs).findMany({ where: { externalId: 'faq-cie' }, populate: ['sheet'] })
    expect(rows).toHaveLength(2)
    for (const row of rows) expect((row.sheet as Row | null)?.externalId).toBe('cie')
  })

  it('a homonym gets the province in its address', async () => {
    const report = await importJson({ enti: [{ code: 'c_aa03', name: 'Comune di Castro', province: 'BG' }] })
    expect(report.refused).toEqual([])
    expect(await strapi.db.query('api::ente.ente').findOne({ where: { code: 'c_aa03' } })).toMatchObject({ slug: 'castro-bg' })
    expect((await importJson({ enti: [{ code: 'c_aa03', name: 'Comune di Castro', province: 'BG' }] })).counts.enti).toMatchObject({
      unchanged: 1,
    })
    expect(
      (
        await importJson({
          enti: [
            { code: 'c_aa04', name: 'Comune di Castro' },
            { code: 'c_aa05', name: 'X', slug: 'api' },
          ],
        })
      ).refused.map((r) => r.reason),
    ).toEqual([
      'l’indirizzo «castro» è già di Comune di Castro: scrivi la sigla della provincia o un altro indirizzo',
      '«api» è una parola riservata del sito: scegli un altro indirizzo',
    ])
  })

  it('rows that make no sense are named with all their faults, nothing of them is written, and the others go in', async () => {
    const good = { id: 'buona', ente: 'c_aa01', title: 'Scheda buona', summary: 'C’è.' }
    const report = await importJson({
      sheets: [
        good,
        { id: 'senza-testo', ente: 'c_aa01', title: 'Vuota' },
        { id: 'sbagliata', ente: 'c_ignoto', title: 'Di nessuno', summary: 'Testo.' },
        { id: 'tante', ente: 'c_aa01', title: 'Lorem ipsum dolor', summary: 'La citt\ufffd', locale: 'es' },
        { ...good, title: 'Doppia' },
        { ...good, id: 'ufficio-altrui', ente: 'c_aa02', offices: ['anagrafe'] },
        { ...good, id: 'ufficio-inventato', offices: ['non-esiste'] },
      ],
      offices: [{ ...office, id: 'riservato', ente: 'c_aa02', places: ['nessuno'] }],
      faqs: [{ id: 'muta', ente: null, question: 'E allora?' }],
    })
    expect(faults(report).toSorted()).toEqual([
      '1 muta answer',
      '1 riservato places',
      '2 senza-testo summary',
      '3 sbagliata ente',
      '4 tante locale',
      '4 tante summary',
      '4 tante title',
      '5 buona id',
      '6 ufficio-altrui offices',
      '7 ufficio-inventato offices',
    ])
    expect(report.counts.sheets).toMatchObject({ created: 1, refused: 6 })
    for (const externalId of ['senza-testo', 'sbagliata', 'tante', 'ufficio-altrui', 'ufficio-inventato', 'muta', 'riservato'])
      for (const uid of [sheets, faqs, 'api::office.office']) expect(await strapi.db.query(uid).count({ where: { externalId } })).toBe(0)
    expect(await publishedSheet('buona')).toMatchObject({ title: 'Scheda buona' })
    expect(await strapi.db.query('api::ente.ente').count({ where: { code: 'c_ignoto' } })).toBe(0)
  })

  it('citizens’ words come in with their history; those that could not be used are named and change nothing', async () => {
    const entry = { id: 'ecomobile', ente: null, says: 'ecomobile | eco mobile', means: 'raccolta rifiuti', reason: 'Lo dicono tutti.' }
    const query = strapi.db.query('api::lexicon-entry.lexicon-entry')
    const first = await importJson({
      words: [entry, { ...entry, id: 'altra', means: 'centro di raccolta' }, { ...entry, id: 'vuota', says: ['di cui'] }],
    })
    expect(first.counts.words).toMatchObject({ created: 1, refused: 2 })
    expect(first.refused.map(({ id, field, reason }) => [id, field, reason])).toEqual([
      ['altra', 'says', expect.stringContaining('«ecomobile» vuol dire «raccolta rifiuti»')],
      ['vuota', 'says', expect.stringContaining('«di cui» non basta')],
    ])
    expect(await query.findOne({ where: { externalId: 'ecomobile' } })).toMatchObject({
      says: ['ecomobile', 'eco mobile'],
      said: 'ecomobile, eco mobile',
      language: 'it',
      origin: 'importazione',
      active: true,
      version: 1,
    })
    expect((await importJson({ words: [entry] })).counts.words).toMatchObject({ unchanged: 1 })
    expect((await importJson({ words: [{ ...entry, means: 'raccolta rifiuti ingombranti' }] })).counts.words).toMatchObject({ updated: 1 })
    const { documentId } = (await query.findOne({ where: { externalId: 'ecomobile' } })) ?? {}
    expect(await strapi.db.query('api::lexicon-change.lexicon-change').count({ where: { entryId: documentId } })).toBe(2)
  })

  it('what was edited in the panel since is kept, draft or published', async () => {
    const one = { id: 'pannello', ente: 'c_aa01', title: 'Prima', summary: 'Prima.' }
    await importJson({ sheets: [one] })
    const documentId = (await publishedSheet('pannello'))?.documentId
    await strapi.documents(sheets).update({ documentId, locale: 'it', data: { summary: 'Bozza di una persona.' } })
    expect((await importJson({ sheets: [one] })).counts.sheets).toMatchObject({ unchanged: 1 })
    const report = await importJson({ sheets: [{ ...one, summary: 'Dal file.' }] })
    expect(report.counts.sheets).toMatchObject({ kept: 1, updated: 0 })
    expect(report.kept).toMatchObject([{ id: 'pannello' }])
    expect(await publishedSheet('pannello')).toMatchObject({ summary: 'Prima.' })
    await strapi.documents(sheets).update({ documentId, locale: 'it', status: 'published', data: { summary: 'Di una persona.' } })
    await importJson({ sheets: [{ ...one, summary: 'Dal file, ancora.' }] })
    expect(await publishedSheet('pannello')).toMatchObject({ summary: 'Di una persona.' })
  })

  it('what was taken off the site stays off', async () => {
    const one = { id: 'tolta', ente: 'c_aa01', title: 'Tolta', summary: 'Prima.' }
    await importJson({ sheets: [one] })
    const { documentId } = (await publishedSheet('tolta')) ?? {}
    await strapi.documents(sheets).unpublish({ documentId, locale: 'it' })
    await importJson({ sheets: [{ ...one, summary: 'Dopo.' }] })
    expect(await publishedSheet('tolta')).toBeNull()
  })

  it('--ente gives rows an Ente, refuses those of another, and must exist', async () => {
    const report = await importJson(
      {
        sheets: [
          { id: 'assegnata', title: 'A', summary: 'B.' },
          { ...sheet, id: 'altrui' },
        ],
      },
      { ente: 'c_aa02' },
    )
    expect(report.counts.sheets).toMatchObject({ created: 1, refused: 1 })
    expect(await publishedSheet('assegnata')).toMatchObject({ enteCode: 'c_aa02' })
    await expect(importJson({ sheets: [sheet] }, { ente: 'c_ignoto' })).rejects.toThrow('l’Ente c_ignoto non esiste')
  })

  it('a dry run tells what would happen and writes nothing', async () => {
    const before = await everything()
    const content = {
      enti: [{ code: 'c_aa09', name: 'Comune di Provasecca' }],
      offices: [{ ...office, ente: 'c_aa09' }],
      sheets: [
        { ...sheet, ente: 'c_aa09' },
        { id: 'x', ente: 'c_aa09' },
      ],
    }
    const report = await importJson(content, { dryRun: true })
    expect(report.counts).toMatchObject({ enti: { created: 1 }, offices: { created: 1 }, sheets: { created: 1, refused: 1 } })
    expect(await everything()).toBe(before)
  })

  it('a file that cannot be read at all stops everything before anything is written', async () => {
    const before = await everything()
    const good = write('buono.json', { sheets: [{ id: 'mai', ente: 'c_aa01', title: 'Mai', summary: 'Mai.' }] })
    for (const [bad, reason] of [
      [write('rotto.json', '{"sheets":[\n{"id":}]}'), 'segno fuori posto'],
      [write('altro.json', { cose: [] }), 'formati'],
      [write('vuoto.json', ''), 'vuoto'],
      [path.join(folder, 'manca.json'), 'non esiste'],
    ] as const)
      await expect(back.importFiles(strapi, [good, bad])).rejects.toThrow(reason)
    expect(await everything()).toBe(before)
  })

  it('a CSV says the same as JSON', async () => {
    const file = write(
      'schede.csv',
      '\ufeffid;ente;title;howTo;keywords;category\r\ncsv-1;c_aa01;Da un foglio;"Vieni ; oppure\r\nscrivi.";foglio|tabella;Turismo\r\ncsv-2;c_aa01;;Senza titolo;;\r\n',
    )
    const report = await back.importFiles(strapi, [file])
    expect(faults(report)).toEqual(['4 csv-2 title'])
    expect(await publishedSheet('csv-1')).toMatchObject({ howTo: 'Vieni ; oppure\nscrivi.', keywords: ['foglio', 'tabella'] })
  })
})

describe('OpenCity', () => {
  const files = ['public_organization.json', 'public_service.json', 'linked.json'].map((file) => path.join(fixtures, file))

  it('services alone need an Ente that exists', async () => {
    await expect(back.importFiles(strapi, [path.join(fixtures, 'public_service.json')])).rejects.toThrow('--ente')
    await expect(back.importFiles(strapi, [path.join(fixtures, 'public_service.json')], { ente: 'c_zz77' })).rejects.toThrow(
      'public_organization.json',
    )
  })

  it('files given together are one graph: sheets with offices, contacts, places and hours', async () => {
    const report = await back.importFiles(strapi, files)
    expect(faults(report)).toEqual(['2 906 how_to'])
    expect(report.counts).toMatchObject({
      enti: { created: 1 },
      places: { created: 1 },
      contactPoints: { created: 1 },
      offices: { created: 1 },
      sheets: { created: 1 },
    })
    const found = await publishedSheet('901', 'it', ['offices', 'places', 'contactPoints', 'topics'])
    expect(found).toMatchObject({
      summary: 'Come iscrivere i figli al centro estivo',
      howTo: 'Compila il [modulo](https://sportello.montesole.example/estivo) o leggi la pagina.',
      costs: '- Quota: **47,50 €** (a settimana)',
      onlineUrl: 'https://sportello.montesole.example/estivo?a=procedure%3A1',
      keywords: ['Famiglia'],
    })
    for (const relation of ['offices', 'places', 'contactPoints', 'topics']) expect(found?.[relation]).toHaveLength(1)
    const place = await strapi.db.query('api::place.place').findOne({ where: { externalId: '904' }, populate: ['hours', 'address'] })
    expect((place?.hours as Row[]).map(({ day, opens, closes }) => `${String(day)} ${String(opens)}-${String(closes)}`)).toEqual([
      'mon 08:30-12:30',
      'thu 08:30-12:30',
      'thu 14:00-16:00',
    ])
    expect(place?.hoursNote).toBe('Chiusure: 15 agosto (Ferragosto).')
    const again = await back.importFiles(strapi, files)
    for (const counts of Object.values(again.counts)) expect(counts).toMatchObject({ created: 0, updated: 0 })
  })

  it('the sheets of a real Comune come in, all but the one that nobody has written', async (context) => {
    if (!fs.existsSync(realOpenCity)) {
      process.stdout.write(`skipped: there is no ${realOpenCity}\n`)
      context.skip()
    }
    const real = fs
      .readdirSync(realOpenCity)
      .filter((file) => file.endsWith('.json'))
      .map((file) => path.join(realOpenCity, file))
    const report = await back.importFiles(strapi, real, { ente: 'c_l378' })
    expect(report.counts.sheets).toMatchObject({ created: 46, refused: 1 })
    expect(report.refused).toMatchObject([{ file: 'public_service.json', id: '3638', field: 'how_to' }])
    expect(await strapi.db.query('api::ente.ente').findOne({ where: { code: 'c_l378' } })).toMatchObject({ slug: 'trento' })
    const again = await back.importFiles(strapi, real, { ente: 'c_l378' })
    for (const counts of Object.values(again.counts)) expect(counts).toMatchObject({ created: 0, updated: 0, kept: 0 })
  })
})
