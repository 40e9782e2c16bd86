// SPDX-License-Identifier: AGPL-3.0-or-later
import path from 'node:path'
import type { Core } from '@strapi/strapi'
import { importLists } from '@linea-comune/config'
import { readAttachments } from '../export/read-attachments'
import { importRows, type ImportOptions } from './import-rows'
import { UnreadableFiles } from './read-files'
import { openRecorder } from './record-report'
import type { ImportReport, Refusal } from './report'
import { scanFiles, type Scan } from './scan'

/** Reads, checks and writes. Throws `UnreadableFiles`, having written nothing, when a file cannot be read at all. */
export const importFiles = async (strapi: Core.Strapi, paths: readonly string[], options: ImportOptions = {}): Promise<ImportReport> =>
  importScanned(strapi, await scanFiles(paths, options.ente), options)

/** The same for files that were already looked at. */
export const importScanned = async (strapi: Core.Strapi, scan: Scan, options: ImportOptions = {}): Promise<ImportReport> => {
  try {
    const { ente } = options
    if (ente !== undefined && !scan.enti.has(ente)) {
      const known = await strapi.db.query('api::ente.ente').count({ where: { code: ente } })
      if (known === 0) throw new UnreadableFiles([{ file: '--ente', reason: unknownEnte(ente) }])
    }
    const recorder = openRecorder(scan.paths, options.dryRun === true, scan.folder, options.saveReport === true)
    for (const warning of scan.warnings) await recorder.add('warnings', warning)
    await importRows(strapi, scan, recorder, options)
    if (options.dryRun !== true)
      for (const file of scan.exports)
        for (const message of await readAttachments(strapi, file))
          await recorder.add('warnings', { file: path.basename(file), row: 0, list: null, id: '', message })
    const report = await recorder.finish()
    const order = (refusal: Refusal): number => scan.paths.findIndex((file) => path.basename(file) === refusal.file)
    report.refused.sort((a, b) => order(a) - order(b) || importLists.indexOf(a.list) - importLists.indexOf(b.list) || a.row - b.row)
    return report
  } finally {
    await scan.close()
  }
}

const unknownEnte = (code: string): string =>
  `l’Ente ${code} non esiste. Crealo nel pannello, oppure importa insieme un file con l’elenco «enti» (o, da OpenCity, public_organization.json)`
