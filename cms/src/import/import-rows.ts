// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { importLists, locales } from '@linea-comune/config'
import { checkRow } from './check-row'
import { keyOf, type CheckedRow, type Fault, type RawRow } from './import-row'
import { count, type ImportReport } from './report'
import { openDirectory, type Directory } from './store/directory'
import { fingerprint } from './store/fingerprint'
import { withRetry } from './store/retry'
import { standingOf } from './store/stored-document'
import { toDocument, type Run } from './store/to-document'
import { writeDocument } from './store/write-document'

export interface ImportOptions {
  /** Ente of the rows that name none; rows that name another are refused. */
  ente?: string
  dryRun?: boolean
  onProgress?: (done: number, total: number) => void
}

/** Each row by itself: what makes sense goes in, what does not is named, and nothing of it is written. */
export const importRows = async (
  strapi: Core.Strapi,
  rows: readonly RawRow[],
  report: ImportReport,
  options: ImportOptions,
): Promise<void> => {
  const refuse = (row: Pick<RawRow, 'list' | 'file' | 'row' | 'fieldNames'>, id: string, faults: readonly Fault[]): void => {
    count(report, row.list, 'refused')
    for (const { field, reason } of faults)
      report.refused.push({ list: row.list, file: row.file, row: row.row, id, field: row.fieldNames?.[field] ?? field, reason })
  }
  const warn = (row: Pick<RawRow, 'list' | 'file' | 'row'>, id: string, messages: readonly string[]): void => {
    for (const message of messages) report.warnings.push({ list: row.list, file: row.file, row: row.row, id, message })
  }

  const checked: CheckedRow[] = []
  const inFiles = new Set<string>()
  const seen = new Map<string, RawRow>()
  for (const row of rows) {
    const result = checkRow(row, options.ente)
    const id = result.ok ? result.row.id : result.id
    warn(row, id, result.ok ? result.row.warnings : result.warnings)
    if (!result.ok) {
      inFiles.add(keyOf(row.list, rawEnte(row, options.ente), id))
      refuse(row, id, result.faults)
      continue
    }
    const key = keyOf(row.list, result.row.ente, id)
    const language = `${key} ${result.row.locale}`
    const before = seen.get(language)
    inFiles.add(key)
    if (before === undefined) {
      seen.set(language, row)
      checked.push(result.row)
    } else
      refuse(row, id, [
        {
          field: row.list === 'enti' ? 'code' : 'id',
          reason: `c’è già nella riga ${String(before.row)} di ${before.file}, con lo stesso Ente e la stessa lingua`,
        },
      ])
  }

  const run: Run = { directory: await openDirectory(strapi), inFiles }
  let done = 0
  for (const row of inOrder(checked)) {
    options.onProgress?.(done++, checked.length)
    const { document, faults, warnings } = await withRetry(() => toDocument(row, run))
    warn(row, row.id, warnings)
    if (faults.length > 0) {
      refuse(row, row.id, faults)
      continue
    }
    try {
      await withRetry(() => bringIn(strapi, row, document, run.directory, report, options.dryRun === true))
    } catch (error) {
      refuse(row, row.id, [explainError(error)])
    }
  }
}

/** What is pointed at before what points, the default language before its translations. */
const inOrder = (rows: readonly CheckedRow[]): CheckedRow[] =>
  rows.toSorted(
    (a, b) => importLists.indexOf(a.list) - importLists.indexOf(b.list) || locales.indexOf(a.locale) - locales.indexOf(b.locale),
  )

const rawEnte = (row: RawRow, assigned?: string): string | null => {
  const { ente } = row.raw as { ente?: unknown }
  return typeof ente === 'string' && ente !== '' ? ente : (assigned ?? null)
}

const bringIn = async (
  strapi: Core.Strapi,
  row: CheckedRow,
  document: Record<string, unknown>,
  directory: Directory,
  report: ImportReport,
  dryRun: boolean,
): Promise<void> => {
  const hash = fingerprint(row.list, document, row.locale)
  const standing = await standingOf(strapi, row, hash)
  const write = standing.kind === 'new' || standing.kind === 'outdated'
  const documentId =
    write && !dryRun
      ? await writeDocument(strapi, row, document, hash, standing)
      : (standing.documentId ?? `new ${keyOf(row.list, row.ente, row.id)}`)
  directory.add(row.list, row.ente, row.id, documentId, row.locale)
  if (row.list === 'enti' && write)
    directory.enti.set(row.id, {
      documentId,
      code: row.id,
      name: row.data.name,
      slug: String(document.slug),
      province: row.data.province ?? null,
    })
  if (standing.kind === 'edited') report.kept.push({ list: row.list, file: row.file, row: row.row, id: row.id })
  count(report, row.list, ({ new: 'created', outdated: 'updated', same: 'unchanged', edited: 'kept' } as const)[standing.kind])
}

/** What the content types refuse although the template's schema did not, and what only the database knows. */
const explainError = (error: unknown): Fault => {
  const { message, details } = error as { message?: string; details?: { errors?: { path?: string[]; message?: string }[] } }
  const [first] = details?.errors ?? []
  return { field: first?.path?.join('.') ?? '', reason: `la banca dati non l’ha accettata: ${first?.message ?? message ?? String(error)}` }
}
