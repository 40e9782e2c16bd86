// SPDX-License-Identifier: AGPL-3.0-or-later
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runCommand, startCommand } from '../support/commands.js'
import { differences, exportAll } from '../support/exports.js'
import { openSqlite } from '../support/sqlite.js'
import { until } from '../support/until.js'

const minutes = 300_000
const sheets = 240

let folder: string
let file: string
const at = (...names: string[]): string => path.join(folder, ...names)

beforeAll(() => {
  folder = fs.mkdtempSync(path.join(os.tmpdir(), 'linea-comune-resume-'))
  file = at('federazione.json')
  const ente = (n: number): string => `c_r${String(n % 2)}`
  const content = {
    enti: [0, 1].map((n) => ({ code: ente(n), name: `Comune di Ripresa ${String(n)}`, slug: `ripresa-${String(n)}` })),
    offices: [0, 1].map((n) => ({
      id: 'anagrafe',
      ente: ente(n),
      name: `Anagrafe ${String(n)}`,
      hours: [{ day: 'mon', opens: '09:00', closes: '12:00' }],
    })),
    sheets: Array.from({ length: sheets }, (_, n) => [
      { id: `s${String(n)}`, ente: ente(n), title: `Scheda ${String(n)}`, howTo: 'Prenota.', offices: ['anagrafe'], topics: ['Anagrafe'] },
      ...(n % 4 === 0 ? [{ id: `s${String(n)}`, ente: ente(n), locale: 'en', title: `Sheet ${String(n)}`, howTo: 'Book.' }] : []),
      ...(n % 5 === 0 ? [{ id: `s${String(n)}`, ente: ente(n), status: 'draft', title: `Scheda ${String(n)} da rivedere` }] : []),
    ]).flat(),
    faqs: Array.from({ length: 40 }, (_, n) => ({
      id: `f${String(n)}`,
      ente: ente(n),
      question: `Domanda ${String(n)}?`,
      answer: 'Sì.',
      sheet: `s${String(n)}`,
    })),
  }
  fs.writeFileSync(file, JSON.stringify(content))
})
afterAll(() => fs.rmSync(folder, { recursive: true, force: true }))

const rowsIn = (dataDir: string, table: string): number => {
  const database = openSqlite(dataDir)
  try {
    return (database.prepare(`select count(*) as rows from ${table}`).get() as { rows: number }).rows
  } catch {
    // The tables are made first.
    return 0
  } finally {
    database.close()
  }
}

/** Kills the import as soon as a table has so many rows. */
const killAt = async (dataDir: string, rows: number): Promise<void> => {
  const running = startCommand('import', [file], dataDir)
  await until(
    `${String(rows)} sheets`,
    () => fs.existsSync(path.join(dataDir, 'database', 'linea-comune.sqlite')) && rowsIn(dataDir, 'service_sheets') >= rows,
    120_000,
  )
  running.process.kill('SIGKILL')
  expect((await running.ended).status).toBeNull()
}

it(
  'an import that was killed, twice, goes on: nothing twice, nothing lost',
  async () => {
    const undisturbed = await runCommand('import', [file], at('one'))
    expect(undisturbed.status).toBe(0)

    await killAt(at('two'), 40)
    await killAt(at('two'), 250)
    const before = rowsIn(at('two'), 'service_sheets')
    expect(before).toBeLessThan(rowsIn(at('one'), 'service_sheets'))
    const resumed = await runCommand('import', [file], at('two'))
    expect(resumed.output).toContain('Importazione terminata.')
    // What was in already is recognised.
    expect(Number(/Schede +\d+ +\d+ +\d+ +(\d+)/.exec(resumed.output)?.[1])).toBeGreaterThan(100)

    for (const table of [
      'enti',
      'offices',
      'service_sheets',
      'faqs',
      'service_sheets_offices_lnk',
      'faqs_sheet_lnk',
      'components_shared_opening_hourss',
    ])
      expect(`${table} ${String(rowsIn(at('two'), table))}`).toBe(`${table} ${String(rowsIn(at('one'), table))}`)
    const codes = ['c_r0', 'c_r1']
    await exportAll(at('one'), codes, at('export-one'))
    await exportAll(at('two'), codes, at('export-two'))
    expect(differences(at('export-one'), at('export-two'))).toEqual([])
    // What a killed run left behind is gone.
    expect(fs.readdirSync(at('two', 'import')).filter((name) => name.startsWith('work-'))).toEqual([])
  },
  minutes,
)
