// SPDX-License-Identifier: AGPL-3.0-or-later
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from '../support/commands.js'
import { contentOf, differences, exportAll } from '../support/exports.js'
import { fromBackOffice, openFederation, type Federation } from '../support/federation.js'
import { root } from '../support/system.js'

const demo = fs.readdirSync(path.join(root, 'cms', 'demo')).map((file) => path.join(root, 'cms', 'demo', file))
/** Eight to ten commands, each of which starts the back office. */
const minutes = 300_000
const realOpenCity = path.resolve(root, '..', 'shared', 'data', 'trento-opencity')

let folder: string
const at = (...names: string[]): string => path.join(folder, ...names)
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'linea-comune-export-'))
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

const contentUids = ['place', 'contact-point', 'office', 'service-sheet', 'faq', 'lexicon-entry'].map(
  (name) => `api::${name}.${name}` as const,
)
type ImportFiles = (
  strapi: unknown,
  files: readonly string[],
) => Promise<{ counts: Record<string, Record<string, number>>; warnings: { message: string }[] }>

/** Exports, imports into an empty federation, exports again: what is not the same. */
const thereAndBack = async (dataDir: string, codes: readonly string[], name: string): Promise<{ changed: string[]; output: string }> => {
  const files = await exportAll(dataDir, codes, at(name, 'first'))
  const { status, output } = await runCommand('import', files, at(name, 'data'))
  expect(output).toContain('Importazione terminata.')
  expect(status).toBe(0)
  await exportAll(at(name, 'data'), codes, at(name, 'second'))
  return { changed: differences(at(name, 'first'), at(name, 'second')), output }
}

interface ExportedFile {
  enti: Record<string, unknown>[]
  offices: Record<string, unknown>[]
  sheets: Record<string, unknown>[]
  faqs: Record<string, unknown>[]
  words: Record<string, unknown>[]
}
const read = (...names: string[]): ExportedFile => JSON.parse(fs.readFileSync(at(...names), 'utf8')) as ExportedFile

it(
  'the demo federation comes back the same from an export',
  async () => {
    expect((await runCommand('import', demo, at('demo-data'))).status).toBe(0)
    const { changed } = await thereAndBack(at('demo-data'), ['c_zz01', 'c_zz02', 'c_zz03'], 'demo')
    expect(changed).toEqual([])
    expect(read('demo', 'first', 'c_zz03', 'ente.json').sheets.length).toBeGreaterThan(10)
  },
  minutes,
)

it(
  'the sheets of a real Comune come back the same from an export',
  async (context) => {
    if (!fs.existsSync(realOpenCity)) {
      process.stdout.write(`skipped: there is no ${realOpenCity}\n`)
      context.skip()
    }
    const files = fs.readdirSync(realOpenCity).map((file) => path.join(realOpenCity, file))
    await runCommand('import', [...files, '--ente', 'c_l378'], at('trento-data'))
    const { changed } = await thereAndBack(at('trento-data'), ['c_l378'], 'trento')
    expect(changed).toEqual([])
    expect(read('trento', 'first', 'c_l378', 'ente.json').sheets).toHaveLength(46)
  },
  minutes,
)

describe('content that is hard to carry', () => {
  const hard =
    ' \t# Titolo\n\n* «virgolette» "doppie" \'semplici\' `codice` \\ | <script>alert(1)</script> &amp; &lt;\n\n\n' +
    '| a | b |\n|---|---|\n| 1 | 2 |\n\n👩‍👩‍👧 🇮🇹 e\u0301 \u00a0 \u200b \u2028 \u0001 \u001f\r\nCittÃ  Lorem ipsum  '
  const long = 'Testo lunghissimo. '.repeat(12_000)
  let federation: Federation

  beforeAll(async () => {
    federation = await openFederation()
    await fill(federation)
  })
  afterAll(() => federation.stop())

  const fill = async ({ strapi, dataDir }: Federation): Promise<void> => {
    const create = async (type: string, data: object, more: object = {}): Promise<string> =>
      (await strapi.documents(`api::${type}.${type}`).create({ data: data, ...more })).documentId
    const update = (type: string, documentId: string, data: object, more: object = {}) =>
      strapi.documents(`api::${type}.${type}`).update({ documentId, data, ...more })
    const term = async (type: string, code: string) =>
      (await strapi.db.query(`api::${type}.${type}`).findOne({ where: { code } }))?.documentId
    const terms = await Promise.all(
      (await strapi.db.query('api::topic.topic').findMany({ limit: 3, orderBy: { id: 'desc' } })).map(({ code }) =>
        term('topic', String(code)),
      ),
    )
    const hours = [
      { day: 'mon', opens: '09:00', closes: '12:30' },
      { day: 'mon', opens: '14:00', closes: '16:00' },
    ]
    const translations = [{ locale: 'de', name: 'Amt "A"', summary: hard }]
    const address = { street: 'Via Roma, 1', postalCode: '38122', city: 'Città' }

    await create('ente', {
      code: 'c_n',
      slug: 'nasturzio',
      name: ' Comune di «Nasturzio»  ',
      kind: 'unione',
      province: 'tn',
      istatCode: '022205',
      lifecycle: 'suspended',
      summary: hard,
      primaryColour: '#aB12cD',
      address,
      fiscalCode: '00355870221',
      phone: '0461 1',
      email: 'a@n.example',
      pec: 'non è una PEC',
      website: 'www.senza-schema.example',
      hours,
      patronSaintName: 'San Vigilio',
      patronSaintDay: '06-26',
      languages: ['it', 'de', 'en'],
      accessibilityUrl: 'https://a.example',
      privacyUrl: 'https://p.example',
      translations,
    })
    await create('ente', { code: 'c_e', slug: 'vuoto', name: 'Vuoto', kind: null, primaryColour: null, languages: null })

    const place = await create('place', {
      enteCode: 'c_n',
      name: 'Sede',
      summary: hard,
      address,
      latitude: 46.067,
      longitude: 11.12,
      access: hard,
      hours,
      hoursNote: hard,
      translations,
    })
    const contact = await create('contact-point', {
      enteCode: 'c_n',
      externalId: 'urp',
      name: 'URP',
      entries: [
        { type: 'phone', value: ' 0461 ', label: 'Centralino' },
        { type: 'whatsapp', value: 'qualsiasi cosa' },
      ],
    })
    await create('contact-point', { enteCode: 'c_n', name: 'Senza recapiti', entries: [] })
    const office = await create('office', {
      enteCode: 'c_n',
      name: 'Anagrafe',
      slug: 'indirizzo-scelto',
      duties: hard,
      kind: 'area',
      places: [place],
      contactPoints: [contact],
      hours,
      forwardingChannel: 'webhook',
      forwardingEmail: 'anagrafe@n.example',
      translations,
    })
    const bare = await create('office', { enteCode: 'c_n', name: 'Anagrafe' })

    const shared = await create(
      'service-sheet',
      { externalId: 'cie', title: 'Della federazione', howTo: hard },
      { locale: 'it', status: 'published' },
    )
    const whole = {
      enteCode: 'c_n',
      externalId: 'cie',
      title: ' Carta  d’identità ',
      summary: '',
      audience: hard,
      howTo: long,
      needed: 'in aggiornamento',
      furtherInfo: 'Il [modulo](/uploads/modulo_ab12.pdf).',
      keywords: ['uno', 'uno', ' due '],
      topics: terms,
      offices: [bare, office],
      contactPoints: [contact],
      places: [place],
      onlineUrl: 'non è un indirizzo',
      active: false,
      inactiveReason: hard,
      reviewBy: '2027-12-31',
      provenance: 'altrove',
    }
    const sheet = await create('service-sheet', whole, { locale: 'it', status: 'published' })
    await update('service-sheet', sheet, { title: 'Identity card', howTo: hard }, { locale: 'en', status: 'published' })
    await update('service-sheet', sheet, { title: 'Personalausweis' }, { locale: 'de' })
    await update('service-sheet', sheet, { title: 'In revisione', slug: 'in-revisione', offices: [office], active: true }, { locale: 'it' })
    await create('service-sheet', { enteCode: 'c_n', title: 'Solo una bozza' }, { locale: 'it' })
    await create('service-sheet', { enteCode: 'c_n', title: 'Nur auf Deutsch', active: null }, { locale: 'de', status: 'published' })
    await create(
      'service-sheet',
      { enteCode: 'c_n', externalId: 'cie', title: 'Copia fatta nel pannello' },
      { locale: 'it', status: 'published' },
    )

    const faq = (data: object, more: object = { locale: 'it', status: 'published' }) => create('faq', data, more)
    await faq({
      enteCode: 'c_n',
      question: 'Della propria scheda?',
      answer: hard,
      sheet,
      topics: terms,
      phrasings: ['come?'],
      validUntil: '2026-12-31',
      reviewer: 'Ada',
      provenance: 'x',
    })
    await faq({ enteCode: 'c_n', question: 'Di quella di tutti?', answer: 'Sì.', sheet: shared })
    const changing = await faq({ enteCode: 'c_n', question: 'Che cambia?', answer: 'Prima.', sheet })
    await update('faq', changing, { answer: 'Dopo.', sheet: shared }, { locale: 'it' })
    await faq({ question: 'Di tutti?', answer: 'Sì.' })

    await create('lexicon-entry', {
      enteCode: 'c_n',
      says: ['l’«ecomobile»', 'Sperrmüllwagen'],
      means: 'raccolta dei rifiuti ingombranti',
      reason: hard.trim(),
      language: 'de',
      origin: 'domanda',
      active: false,
    })
    await create('lexicon-entry', { says: ['pozzetto'], means: 'anagrafe', reason: 'Lo dicono tutti.' })

    fs.writeFileSync(path.join(dataDir, 'public', 'uploads', 'modulo_ab12.pdf'), '%PDF-1.7 prova')
    await strapi.db.query('plugin::upload.file').create({
      data: {
        name: 'Modulo.pdf',
        alternativeText: 'Il modulo',
        url: '/uploads/modulo_ab12.pdf',
        hash: 'modulo_ab12',
        ext: '.pdf',
        mime: 'application/pdf',
        size: 0.01,
        provider: 'local',
        folderPath: '/',
      },
    })
  }

  it(
    'comes back the same: drafts, languages, links, files, spaces',
    async () => {
      const { changed, output } = await thereAndBack(federation.dataDir, ['c_n', 'c_e', 'c_a'], 'hard')
      expect(changed).toEqual([])
      expect(output).not.toContain('Avvisi')
      const { enti, offices, sheets, faqs, words } = read('hard', 'second', 'c_n', 'ente.json')
      expect(words).toMatchObject([
        { ente: 'c_n', says: ['l’«ecomobile»', 'Sperrmüllwagen'], language: 'de', origin: 'domanda', active: false },
      ])
      expect(read('hard', 'second', 'federazione', 'federazione.json').words).toMatchObject([
        { ente: null, means: 'anagrafe', active: true },
      ])
      expect(enti).toMatchObject([{ code: 'c_n', name: ' Comune di «Nasturzio»  ', lifecycle: 'suspended', province: 'tn' }])
      expect(offices.map(({ slug, channel }) => [slug, channel])).toEqual(expect.arrayContaining([['indirizzo-scelto', 'webhook']]))
      const card = sheets.filter(({ id }) => id === 'cie').map(({ locale, status, title }) => [locale, status, title])
      expect(card).toEqual([
        ['it', 'published', ' Carta  d’identità '],
        ['it', 'draft', 'In revisione'],
        ['en', 'published', 'Identity card'],
        ['de', 'draft', 'Personalausweis'],
      ])
      expect(sheets.find(({ id, status }) => id === 'cie' && status === 'published')).toMatchObject({
        audience: hard,
        howTo: long,
        summary: '',
        keywords: ['uno', 'uno', ' due '],
        active: false,
      })
      expect(faqs.map(({ question, status, sheet }) => [question, status, sheet])).toEqual(
        expect.arrayContaining([
          ['Della propria scheda?', 'published', 'cie'],
          ['Di quella di tutti?', 'published', 'federazione:cie'],
          ['Che cambia?', 'published', 'cie'],
          ['Che cambia?', 'draft', 'federazione:cie'],
        ]),
      )
    },
    minutes,
  )

  it('carries the files that its texts lead to, and the library elsewhere knows them', () => {
    const files = Object.keys(contentOf(at('hard', 'second', 'c_n')))
    expect(files).toEqual(['attachments/index.json', 'attachments/modulo_ab12.pdf', 'ente.json'])
    expect(fs.readFileSync(at('hard', 'data', 'public', 'uploads', 'modulo_ab12.pdf'), 'utf8')).toBe('%PDF-1.7 prova')
  })

  it('comes in where it was born without a second copy of anything: what was written in the panel is known again', async () => {
    const { strapi, dataDir } = federation
    const { importFiles } = fromBackOffice<{ importFiles: ImportFiles }>('import/import-files.js')
    const files = ['federazione/federazione.json', 'c_n/ente.json'].map((file) => at('hard', 'first', file))
    const rowsNow = () => Promise.all(contentUids.map((uid) => strapi.db.query(uid).findMany({ orderBy: { id: 'asc' } })))
    const before = await rowsNow()
    // Alone and with the federation's: either way its links lead where they led.
    for (const some of [files.slice(1), files]) {
      const { counts, warnings } = await importFiles(strapi, some)
      expect(warnings).toEqual([])
      for (const list of ['places', 'contactPoints', 'offices', 'sheets', 'faqs', 'words'])
        expect(counts[list], list).toMatchObject({ created: 0, drafted: 0, updated: 0, kept: 0, refused: 0 })
    }
    expect(await rowsNow()).toEqual(before)
    await exportAll(dataDir, ['c_n'], at('hard', 'again'))
    expect(differences(at('hard', 'first', 'c_n'), at('hard', 'again', 'c_n'))).toEqual([])
  })

  it('names no person and no secret', () => {
    const text = fs.readFileSync(at('hard', 'first', 'c_a', 'ente.json'), 'utf8')
    for (const word of ['editor@a.example', 'agent@a.example', 'webhookSecret', 'members', 'contentHash']) expect(text).not.toContain(word)
  })

  it('is the same when it is brought in where it came from: nothing changes', async () => {
    const { output } = await runCommand('import', [at('hard', 'second', 'c_n', 'ente.json')], at('hard', 'data'))
    expect(output).toMatch(/Schede +0 +0 +0 +7 +0 +0/)
    expect(output).toMatch(/Domande +0 +0 +0 +4 +0 +0/)
  })
})

it('without --drafts only what citizens read is in it; what cannot be exported is named', async () => {
  const { output } = await runCommand('export', ['--ente', 'c_zz01', '--to', at('published')], at('demo-data'))
  expect(output).toContain('aggiungi --drafts')
  expect((await runCommand('export', ['--ente', 'c_ignoto'], at('demo-data'))).output).toContain('L’Ente c_ignoto non esiste.')
  expect((await runCommand('export', [], at('demo-data'))).status).toBe(2)
})
