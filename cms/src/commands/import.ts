// SPDX-License-Identifier: AGPL-3.0-or-later
import path from 'node:path'
import { parseArgs } from 'node:util'
import { importScanned } from '../import/import-files'
import { printReport } from '../import/print-report'
import { UnreadableFiles } from '../import/read-files'
import { total } from '../import/report'
import { scanFiles } from '../import/scan'
import { settings } from '../settings'
import { progressLine, tell } from './progress-line'
import { say } from './say'
import { withStrapi } from './with-strapi'

const usage = 'Uso: npm run import -- FILE... [--ente CODICE] [--dry-run]\n'

const readArguments = (): { files: string[]; ente?: string; dryRun: boolean } | { fault: string } => {
  try {
    const { positionals, values } = parseArgs({
      allowPositionals: true,
      options: { ente: { type: 'string' }, 'dry-run': { type: 'boolean', default: false } },
    })
    if (positionals.length === 0) return { fault: 'Manca il file da importare.' }
    const ente = values.ente?.trim()
    if (ente === '') return { fault: '--ente vuole il codice di un Ente.' }
    return { files: positionals, dryRun: values['dry-run'], ...(ente !== undefined && { ente }) }
  } catch (error) {
    const unknown = /'(-[^' ]+)/.exec(String(error))?.[1]
    return { fault: unknown === undefined ? 'Gli argomenti non sono giusti.' : `L’opzione ${unknown} non esiste o manca del suo valore.` }
  }
}

const run = async (): Promise<number> => {
  const given = readArguments()
  if ('fault' in given) {
    tell(`${given.fault}\n${usage}`)
    return 2
  }
  const { ente, dryRun } = given
  const from = settings().env.callerDir ?? process.cwd()
  const files = given.files.map((file) => path.resolve(from, file))
  try {
    const scan = await scanFiles(files, ente)
    const report = await withStrapi((strapi) =>
      importScanned(strapi, scan, { dryRun, saveReport: true, onProgress: progressLine(), ...(ente !== undefined && { ente }) }),
    )
    say(printReport(report))
    return total(report, 'refused') > 0 ? 1 : 0
  } catch (error) {
    if (!(error instanceof UnreadableFiles)) throw error
    tell(`Non è stato importato niente.\n${error.faults.map(({ file, reason }) => `  ${file}: ${reason}`).join('\n')}\n`)
    return 2
  }
}

void run().then(
  (status) => process.exit(status),
  (error: unknown) => {
    tell(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    process.exit(2)
  },
)
