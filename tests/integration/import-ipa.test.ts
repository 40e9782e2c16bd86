// SPDX-License-Identifier: AGPL-3.0-or-later
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { startEngine, type TestEngine } from '../support/engine.js'
import { fromBackOffice, openFederation, type Federation, type TestStrapi } from '../support/federation.js'
import { until } from '../support/until.js'

interface Report {
  counts: Record<string, Record<string, number>>
  refused: { id: string; field: string; reason: string }[]
  kept: { id: string }[]
  warnings: { message: string }[]
}

let federation: Federation
let engine: TestEngine
let worker: { stop: () => Promise<void> }
const importCsv = (rows: string): Promise<Report> => importFile('enti.csv', `${heading}\n${rows}`)
const importFile = (name: string, text: string): Promise<Report> => {
  const file = path.join(federation.dataDir, name)
  fs.writeFileSync(file, text)
  const { importFiles } = fromBackOffice<{ importFiles: (s: TestStrapi, files: string[]) => Promise<Report> }>('import/import-files.js')
  return importFiles(federation.strapi, [file])
}
const ente = (code: string) => federation.strapi.db.query('api::ente.ente').findOne({ where: { code } })
const shownSlugs = async (): Promise<string[]> => (await engine.reader.enti()).map(({ slug, lifecycle }) => `${slug} ${lifecycle}`).sort()

const heading = 'codice_istat,codice_catastale,codice_ipa,nome,provincia,regione,sito,indirizzo,pec'
const bolzone =
  '099001,Z001,c_z001,Bolzone,RN,Emilia-Romagna,www.comune.bolzone.example,"Via Roma 1, 47000 Bolzone, (RN)",bolzone@pec.example'

beforeAll(async () => {
  engine = await startEngine()
  federation = await openFederation()
  worker = fromBackOffice<{ startIndexWorker: (s: TestStrapi, w: unknown) => { stop: () => Promise<void> } }>(
    'indexing/index-worker.js',
  ).startIndexWorker(federation.strapi, engine.writer)
})
afterAll(async () => {
  await worker.stop()
  await federation.stop()
  await engine.stop()
})

it('Enti of the national index become known, homonyms get their Provincia, and no citizen sees them', async () => {
  const report = await importCsv(
    `${bolzone}\n007001,Z002,c_z002,Castro,BG,Lombardia,,,\n075002,Z003,c_z003,Castro,LE,Puglia,,,\n006113,,,Murisengo,AL,Piemonte,,,\n`,
  )
  expect(report.counts.enti).toMatchObject({ created: 3, refused: 1 })
  expect(report.refused).toMatchObject([{ field: 'codice_ipa', reason: expect.stringContaining('Murisengo') as string }])
  expect(await ente('c_z001')).toMatchObject({ name: 'Comune di Bolzone', lifecycle: 'known', istatCode: '099001', province: 'RN' })
  expect([(await ente('c_z002'))?.slug, (await ente('c_z003'))?.slug]).toEqual(['castro', 'castro-le'])
  await until('the index to have the three Enti of the federation', async () => (await shownSlugs()).length === 3)
  expect(await shownSlugs()).toEqual(['comune-a active', 'comune-b active', 'comune-c suspended'])
})

it('the index brought in again changes nothing, and nothing of an Ente that takes part', async () => {
  await federation.strapi.db.query('api::ente.ente').updateMany({ where: { code: 'c_a' }, data: { phone: '0000 1' } })
  const report = await importCsv(`${bolzone}\n099002,,c_a,A secondo l’IPA,RN,,,,\n`)
  expect(report.counts.enti).toMatchObject({ created: 0, updated: 0, unchanged: 1, kept: 1 })
  expect(await ente('c_a')).toMatchObject({ name: 'Comune di A', phone: '0000 1', lifecycle: 'active' })
})

it('what is written for an Ente that is only known waits until it takes part, and goes when it leaves', async () => {
  const sheets = { sheets: [{ id: 'cie', ente: 'c_z001', title: 'Carta d’identità', howTo: 'Prenota.' }] }
  expect((await importFile('schede.json', JSON.stringify(sheets))).refused).toEqual([])
  const documents = federation.strapi.documents('api::ente.ente')
  const documentId = (await ente('c_z001'))?.documentId
  const sheet = () => engine.reader.sheet({ enteCode: 'c_z001', slug: 'carta-d-identita', locale: 'it' })
  expect(await sheet()).toBeNull()

  await documents.update({ documentId, data: { lifecycle: 'active' } })
  await until('the sheet', async () => (await sheet())?.page.title === 'Carta d’identità')
  expect(await shownSlugs()).toContain('bolzone active')

  await documents.update({ documentId, data: { lifecycle: 'left' } })
  await until('the sheet to go', async () => (await sheet()) === null)
  await until('the Ente to be remembered', async () => (await shownSlugs()).includes('bolzone left'))
  const stored = await federation.strapi.db.query('api::service-sheet.service-sheet').count({ where: { enteCode: 'c_z001' } })
  expect(stored).toBe(2)
})

it('an Ente that stands in a file of its own takes part', async () => {
  await importFile('ente.json', JSON.stringify({ enti: [{ code: 'c_z003', name: 'Comune di Castro', slug: 'castro-le', province: 'LE' }] }))
  expect(await ente('c_z003')).toMatchObject({ lifecycle: 'active', slug: 'castro-le' })
})
