// SPDX-License-Identifier: AGPL-3.0-or-later
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runCommand } from '../support/commands.js'
import { openSqlite } from '../support/sqlite.js'
import { root } from '../support/system.js'

const eightComuni = path.resolve(root, '..', 'shared', 'data', 'servizi-comuni', 'servizi-8-comuni.json')

let folder: string
const at = (name: string): string => path.join(folder, name)
beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'linea-comune-collected-'))
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

/** As the national index lists them. */
const comuni = [
  'codice_istat,codice_catastale,codice_ipa,nome,provincia,regione,sito,indirizzo,pec',
  '046017,E715,c_e715,Lucca,LU,Toscana,,,',
  '062008,A783,c_a783,Benevento,BN,Campania,,,',
  '074012,G187,c_g187,Ostuni,BR,Puglia,,,',
  '083044,E869,c_e869,Malvagna,ME,Sicilia,,,',
  '074010,F152,c_f152,Mesagne,BR,Puglia,,,',
  '058003,A132,c_a132,Albano Laziale,RM,Lazio,,,',
  '058122,M309,c_m309,Fonte Nuova,RM,Lazio,,,',
  '058009,A401,c_a401,Ariccia,RM,Lazio,,,',
].join('\n')

const needed =
  'Per accedere al servizio occorre: | ISEE in corso di validità | documento di identità | copia del contratto di affitto registrato, se si abita in affitto'
const row = (id: string, changes: object = {}) => ({
  id,
  titolo: `Servizio ${id}`,
  tipo: 'servizio',
  sommario: null,
  testo: `${needed} ${id}`,
  ente: 'Comune di Ostuni',
  codice_istat: '074012',
  url: `https://www.comune.ostuni.example/servizio/${id}/`,
  ...changes,
})
const rows = (dataDir: string, where: string): { title: string; ente_code: string }[] => {
  const database = openSqlite(dataDir)
  try {
    return database.prepare(`select title, ente_code from service_sheets where ${where} order by title`).all() as {
      title: string
      ente_code: string
    }[]
  } finally {
    database.close()
  }
}

it('collected sheets find their Ente by its ISTAT code or name; what is to complete is a draft, what is no service is refused', async () => {
  fs.writeFileSync(at('comuni.csv'), comuni)
  fs.writeFileSync(
    at('raccolta.json'),
    JSON.stringify([
      row('a'),
      row('b', { codice_istat: '', ente: 'Comune di Ariccia' }),
      row('c', { testo: null }),
      row('d', {
        testo:
          'CittÃ\u00a0 di Ostuni: l’ufficio chiede la carta d’identitÃ\u00a0, il codice fiscale e due fotografie recenti, uguali fra loro e senza occhiali scuri.',
      }),
      row('e', { titolo: 'Novità' }),
      row('f', { titolo: 'Servizio a' }),
      row('g', { codice_istat: '999999', ente: 'Comune di Altrove' }),
    ]),
  )
  const { status, output } = await runCommand('import', [at('comuni.csv'), at('raccolta.json')], at('data'))
  expect(status).toBe(1)
  expect(output).toMatch(/Enti +8 /)
  expect(output).toMatch(/Schede +2 +1 +0 +0 +0 +4/)
  expect(output).toContain('«Comune di Altrove» (codice ISTAT 999999) non è fra gli Enti')
  expect(output).toContain('non ha nessun testo: c’è solo il titolo')
  expect(rows(at('data'), 'published_at is not null')).toEqual([
    { title: 'Servizio a', ente_code: 'c_g187' },
    { title: 'Servizio b', ente_code: 'c_a401' },
  ])
  expect(rows(at('data'), "published_at is null and title = 'Servizio c'")).toHaveLength(1)

  const again = await runCommand('import', [at('comuni.csv'), at('raccolta.json')], at('data'))
  expect(again.output).toMatch(/Schede +0 +0 +0 +3 +0 +4/)
})

it('a draft to complete is published when the file has its text; once an editor has touched it, it is the editor’s', async () => {
  fs.writeFileSync(at('raccolta.json'), JSON.stringify([row('c')]))
  const { output } = await runCommand('import', [at('raccolta.json')], at('data'))
  expect(output).toMatch(/Schede +0 +0 +1 +0 +0 +0/)
  expect(rows(at('data'), "published_at is not null and title = 'Servizio c'")).toHaveLength(1)
})

it('each of the 733 rows of eight real Comuni goes in, is to complete, or is refused with its sentence', async (context) => {
  if (!fs.existsSync(eightComuni)) {
    process.stdout.write(`skipped: there is no ${eightComuni}\n`)
    context.skip()
  }
  fs.writeFileSync(at('comuni.csv'), comuni)
  const { output } = await runCommand('import', [at('comuni.csv'), eightComuni], at('real'))
  const [created, drafted, , , , refused] = (/Schede +(\d+) +(\d+) +(\d+) +(\d+) +(\d+) +(\d+)/.exec(output) ?? []).slice(1).map(Number)
  expect((created ?? 0) + (drafted ?? 0) + (refused ?? 0)).toBe(733)
  expect(created).toBeGreaterThan(200)
  expect(rows(at('real'), 'published_at is not null')).toHaveLength(created ?? 0)
  const reports = fs.readdirSync(path.join(at('real'), 'import')).filter((name) => name.endsWith('.json'))
  const report = JSON.parse(fs.readFileSync(path.join(at('real'), 'import', reports[0] ?? ''), 'utf8')) as {
    byEnte: Record<string, unknown>
    drafted: { reason: string }[]
    refused: { reason: string }[]
  }
  expect(Object.keys(report.byEnte)).toHaveLength(8)
  expect(report.drafted).toHaveLength(drafted ?? 0)
  for (const { reason } of [...report.drafted, ...report.refused]) expect(reason).toMatch(/^\S.{10,}/)
})
