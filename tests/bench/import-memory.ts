// SPDX-License-Identifier: AGPL-3.0-or-later
import { createWriteStream } from 'node:fs'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { finished } from 'node:stream/promises'
import { startCommand } from '../support/commands.js'

const fileBytes = 100 * 1024 * 1024
const goalMb = 700
const lookEveryMs = 250

const section = 'Prenota un appuntamento allo «sportello», oppure compila la domanda online: serve l’identità digitale. '
const keys = ['howTo', 'needed', 'outcome', 'times', 'costs', 'access', 'contacts'] as const

const sheetOf = (n: number, sectionLength: number): Record<string, string> => ({
  id: `scheda-${String(n)}`,
  ente: 'c_m01',
  title: `Scheda di prova ${String(n)}`,
  summary: `Che cosa è la scheda ${String(n)}.`,
  ...Object.fromEntries(keys.map((key) => [key, `${key} ${String(n)}: ${section.repeat(Math.ceil(sectionLength / section.length))}`])),
})

type Kind = 'csv' | 'json'

/** A file of about 100 MB, of sheets as long as the longest real ones. Answers how many there are. */
const writeFile = async (file: string, kind: Kind, sectionLength: number): Promise<number> => {
  const stream = createWriteStream(file)
  const columns = Object.keys(sheetOf(0, 1))
  const begin = kind === 'csv' ? `${columns.join(';')}\n` : '{"sheets":['
  let written = begin.length
  let rows = 0
  stream.write(begin)
  while (written < fileBytes) {
    const sheet = sheetOf(rows, sectionLength)
    const line =
      kind === 'csv'
        ? `${columns.map((column) => `"${(sheet[column] ?? '').replaceAll('"', '""')}"`).join(';')}\n`
        : `${rows === 0 ? '' : ',\n'}${JSON.stringify(sheet)}`
    written += Buffer.byteLength(line)
    rows++
    if (!stream.write(line)) await new Promise<void>((resolve) => stream.once('drain', resolve))
  }
  stream.end(kind === 'csv' ? '' : ']}')
  await finished(stream)
  return rows
}

/** Resident memory of a process now, in MB. Linux only, as the engine in the package is. */
const residentMb = (pid: number): number => {
  try {
    const pages = Number(/VmRSS:\s+(\d+) kB/.exec(fs.readFileSync(`/proc/${String(pid)}/status`, 'utf8'))?.[1] ?? 0)
    return pages / 1024
  } catch {
    return 0
  }
}

interface Measure {
  file: Kind
  run: string
  rows: number
  seconds: number
  rowsPerSecond: number
  peakMb: number
}

const measure = async (kind: Kind, run: string, args: readonly string[], rows: number, dataDir: string): Promise<Measure> => {
  const startedAt = Date.now()
  const command = startCommand('import', args, dataDir)
  let peakMb = 0
  const look = setInterval(() => {
    peakMb = Math.max(peakMb, residentMb(command.process.pid ?? 0))
  }, lookEveryMs)
  const { status, output } = await command.ended
  clearInterval(look)
  if (status !== 0) throw new Error(`the import ended with ${String(status)}:\n${output.slice(-2000)}`)
  const seconds = (Date.now() - startedAt) / 1000
  return { file: kind, run, rows, seconds, rowsPerSecond: rows / seconds, peakMb }
}

/** How much memory an import of 100 MB takes, and how fast it is: looked at, brought in, brought in again. `-- --rows-of KB` sets how long a sheet is. */
const main = async (): Promise<void> => {
  const given = process.argv.indexOf('--rows-of')
  const kilobytes = given === -1 ? 30 : Number(process.argv[given + 1])
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'linea-comune-bench-import-'))
  const say = (line: string): void => void process.stdout.write(`${line}\n`)
  const measures: Measure[] = []
  for (const kind of ['json', 'csv'] as const) {
    const dataDir = path.join(folder, kind)
    const file = path.join(folder, `schede.${kind}`)
    const ente = path.join(folder, 'ente.json')
    fs.writeFileSync(ente, JSON.stringify({ enti: [{ code: 'c_m01', name: 'Comune di Memoria' }] }))
    await measure(kind, 'Ente', [ente], 1, dataDir)
    const rows = await writeFile(file, kind, (kilobytes * 1024) / keys.length)
    for (const [run, args] of [
      ['dry run', [file, '--dry-run']],
      ['brought in', [file]],
      ['brought in again', [file]],
    ] as const) {
      const taken = await measure(kind, run, args, rows, dataDir)
      measures.push(taken)
      say(
        `${kind.padEnd(5)} ${run.padEnd(18)} ${String(rows).padStart(7)} rows  ${taken.seconds.toFixed(1).padStart(7)} s  ` +
          `${taken.rowsPerSecond.toFixed(0).padStart(6)} rows/s  peak ${taken.peakMb.toFixed(0).padStart(5)} MB`,
      )
    }
    fs.rmSync(dataDir, { recursive: true, force: true })
    fs.rmSync(file)
  }
  fs.rmSync(folder, { recursive: true, force: true })
  const worst = Math.max(...measures.map(({ peakMb }) => peakMb))
  say(`\npeak of all runs ${worst.toFixed(0)} MB, goal ${String(goalMb)} MB`)
  process.exit(worst <= goalMb ? 0 : 1)
}

await main()
