// SPDX-License-Identifier: AGPL-3.0-or-later
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runCommand } from '../support/commands.js'
import { contentOf } from '../support/exports.js'
import { fromBackOffice, openFederation, type Federation } from '../support/federation.js'

type ImportFiles = (strapi: unknown, files: readonly string[]) => Promise<{ warnings: { message: string }[] }>

let folder: string
const at = (...names: string[]): string => path.join(folder, ...names)
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'linea-comune-export-'))
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

describe('the folder of an export', () => {
  let federation: Federation
  beforeAll(async () => {
    federation = await openFederation()
  })
  afterAll(() => federation.stop())

  it('brings in only documents and pictures that are files of their own; the rest is named and stays outside', async () => {
    const { dataDir, strapi } = federation
    const { importFiles } = fromBackOffice<{ importFiles: ImportFiles }>('import/import-files.js')
    const beside = (...names: string[]): string => at('given', 'attachments', ...names)
    fs.mkdirSync(beside(), { recursive: true })
    fs.writeFileSync(
      at('given', 'ente.json'),
      '{ "format": "linea-comune-export", "version": 1, "places": [{ "id": "sede", "ente": "c_a", "name": "Sede" }] }',
    )
    for (const name of ['modulo.pdf', 'pagina.html', 'disegno.svg', 'programma.js', '.htaccess']) fs.writeFileSync(beside(name), name)
    fs.symlinkSync(path.join(dataDir, 'secrets', 'internal-token'), beside('token.txt'))
    fs.mkdirSync(beside('cartella.pdf'))
    const entry = {
      name: 'Modulo.pdf',
      url: '/uploads/modulo.pdf',
      hash: 'modulo',
      ext: '.pdf',
      mime: 'application/pdf',
      size: 0.01,
      alternativeText: null,
      caption: null,
      width: null,
      height: null,
      formats: null,
    }
    const entries = [
      entry,
      { ...entry, id: 1 },
      { ...entry, url: 'https://altrove.example/modulo.pdf' },
      // What the library would delete with it.
      { ...entry, hash: '../../secrets/internal-token', ext: '' },
      { ...entry, formats: { small: { ...entry, hash: '../modulo' } } },
    ]
    fs.writeFileSync(beside('index.json'), JSON.stringify(entries))

    const { warnings } = await importFiles(strapi, [at('given', 'ente.json')])
    expect(warnings.map(({ message }) => message).sort()).toEqual([
      'allegati lasciati fuori, perché i nomi non sono di file della libreria: .htaccess',
      'allegati lasciati fuori, perché la descrizione non è quella di un file della libreria: modulo.pdf',
      'allegati lasciati fuori, perché non sono documenti né immagini: disegno.svg, pagina.html, programma.js',
      'allegati lasciati fuori, perché non sono file, ma collegamenti o altro: cartella.pdf, token.txt',
    ])
    const published = fs.readdirSync(path.join(dataDir, 'public', 'uploads')).filter((name) => !name.startsWith('.'))
    expect(published).toEqual(['modulo.pdf'])
    expect(await strapi.db.query('plugin::upload.file').findMany({ select: ['url', 'hash'] })).toMatchObject([
      { url: '/uploads/modulo.pdf' },
    ])

    fs.renameSync(beside(), at('elsewhere'))
    fs.symlinkSync(at('elsewhere'), beside())
    const linked = await importFiles(strapi, [at('given', 'ente.json')])
    expect(linked.warnings.map(({ message }) => message)).toEqual([
      'allegati lasciati fuori, perché non sono file, ma collegamenti o altro: attachments',
    ])
  })

  it('is written only into a folder of its own: whoever’s files are there already are not touched', async () => {
    const { dataDir } = federation
    const exportTo = (to: string) => runCommand('export', ['--ente', 'c_a', '--to', to], dataDir)
    const folders: Record<string, Record<string, string>> = {
      'altro ente.json': { 'ente.json': 'mio' },
      'allegati miei': { 'attachments/tesi.docx': 'mia', 'ente.json': '{ "format": "linea-comune-export", "version": 1 }' },
      'altri file': { 'appunti.txt': 'miei' },
      'una cartella chiamata così': { 'ente.json/x': '' },
    }
    for (const [name, files] of Object.entries(folders)) {
      for (const [file, text] of Object.entries(files)) {
        fs.mkdirSync(path.dirname(at('mine', name, file)), { recursive: true })
        fs.writeFileSync(at('mine', name, file), text)
      }
      const before = contentOf(at('mine', name))
      const { status, output } = await exportTo(at('mine', name))
      expect([status, output], name).toEqual([2, expect.stringContaining('non è stato toccato niente')])
      expect(contentOf(at('mine', name)), name).toEqual(before)
    }
    fs.mkdirSync(at('mine', 'vuota'))
    for (const name of ['vuota', 'vuota', 'nuova/dentro']) expect((await exportTo(at('mine', name))).status, name).toBe(0)
    expect((await exportTo(at('mine', 'altri file', 'appunti.txt'))).output).toContain('non è stato toccato niente')
  }, 120_000)
})
