// SPDX-License-Identifier: AGPL-3.0-or-later
import fs from 'node:fs/promises'
import path from 'node:path'
import type { Core } from '@strapi/strapi'
import { importLists } from '@linea-comune/config'
import { settings } from '../settings'
import { importRows, type ImportOptions } from './import-rows'
import { readFiles, UnreadableFiles, type FilesRead } from './read-files'
import { emptyReport, type ImportReport, type Refusal } from './report'

/** Reads, checks and writes. Throws `UnreadableFiles`, having written nothing, when a file cannot be read at all. */
export const importFiles = async (strapi: Core.Strapi, paths: readonly string[], options: ImportOptions = {}): Promise<ImportReport> =>
  importRead(strapi, paths, await readFiles(paths, options.ente), options)

/** The same for files that were already read. */
export const importRead = async (
  strapi: Core.Strapi,
  paths: readonly string[],
  { rows, warnings }: FilesRead,
  options: ImportOptions = {},
): Promise<ImportReport> => {
  const startedAt = performance.now()
  const report = emptyReport([...paths], options.dryRun === true)
  const { ente } = options
  if (ente !== undefined && !rows.some((row) => row.list === 'enti' && (row.raw as { code?: unknown } | null)?.code === ente)) {
    const known = await strapi.db.query('api::ente.ente').count({ where: { code: ente } })
    if (known === 0) throw new UnreadableFiles([{ file: '--ente', reason: unknownEnte(ente) }])
  }
  report.warnings.push(...warnings)
  await importRows(strapi, rows, report, options)
  const order = (refusal: Refusal): number => paths.findIndex((file) => path.basename(file) === refusal.file)
  report.refused.sort((a, b) => order(a) - order(b) || importLists.indexOf(a.list) - importLists.indexOf(b.list) || a.row - b.row)
  report.tookMs = Math.round(performance.now() - startedAt)
  return report
}

const unknownEnte = (code: string): string =>
  `l’Ente ${code} non esiste. Crealo nel pannello, oppure importa insieme un file con l’elenco «enti» (o, da OpenCity, public_organization.json)`

/** Keeps the whole report; the path it answers with is what people are told. */
export const saveReport = async (report: ImportReport): Promise<string> => {
  const folder = path.join(settings().dataDir, 'import')
  await fs.mkdir(folder, { recursive: true })
  const file = path.join(folder, `${report.startedAt.replace(/[:.]/g, '-')}.json`)
  await fs.writeFile(file, `${JSON.stringify(report, null, 2)}\n`)
  return file
}
