// SPDX-License-Identifier: AGPL-3.0-or-later
import fs from 'node:fs/promises'
import path from 'node:path'
import { defaultLocale, importLists, locales, type ImportList, type Locale, type RowStatus } from '@linea-comune/config'
import { checkRow, type CheckResult } from './check-row'
import { keyOf, type RawRow } from './import-row'
import { openSpool, type Spool } from './read/lines'
import { openWorkFolder } from './read/work-folder'
import { readRows } from './read-files'
import type { Warning } from './report'

/** A row that was looked at by itself, without the raw text that it was made from. */
export interface Candidate {
  source: Pick<RawRow, 'list' | 'file' | 'row' | 'format'> & { [K in 'fieldNames' | 'owner' | 'toComplete']: RawRow[K] | undefined }
  checked: CheckResult
}

/** All rows of all files, looked at once and laid out in the order in which they are written. Only keys are in memory. */
export interface Scan {
  paths: readonly string[]
  folder: string
  total: number
  warnings: readonly Warning[]
  /** Those of the files that an export wrote: other files may stand beside them. */
  exports: readonly string[]
  /** Codes of the Enti that the files bring. */
  enti: ReadonlySet<string>
  /** Whether the files have a row for such a document, good or not. */
  has(list: ImportList, ente: string | null, id: string): boolean
  candidates(): AsyncGenerator<Candidate>
  close(): Promise<void>
}

/** Throws `UnreadableFiles` when a file cannot be read at all. */
export const scanFiles = async (paths: readonly string[], ente?: string): Promise<Scan> => {
  const folder = await openWorkFolder()
  const close = (): Promise<void> => fs.rm(folder, { recursive: true, force: true })
  try {
    return { paths, folder, close, ...(await layOut(paths, folder, ente)) }
  } catch (error) {
    await close()
    throw error
  }
}

const layOut = async (paths: readonly string[], folder: string, ente?: string) => {
  const warnings: Warning[] = []
  const stages = new Map<string, { order: number; spool: Spool }>()
  const seen = new Map<string, string>()
  const keys = new Set<string>()
  const enti = new Set<string>()
  const exported = new Set<string>()
  let total = 0
  const rows = readRows(paths, (warning) => warnings.push(warning), ente)
  for await (const row of rows) {
    const checked = checkRow(row, ente)
    nameDuplicate(seen, row, checked)
    if (checked.id !== '' && checked.ente !== undefined) keys.add(keyOf(row.list, checked.ente, checked.id))
    if (row.format === 'export') exported.add(row.file)
    if (row.list === 'enti') enti.add(checked.id)
    const { list, file, format, fieldNames, owner, toComplete } = row
    const source = { list, file, row: row.row, format, fieldNames, owner, toComplete }
    await stageOf(stages, folder, row.list, checked).spool.add({ source, checked } satisfies Candidate)
    total++
  }
  return {
    total,
    warnings,
    enti,
    exports: paths.filter((file) => exported.has(path.basename(file))),
    has: (list: ImportList, owner: string | null, id: string) => keys.has(keyOf(list, owner, id)),
    candidates: async function* () {
      for (const { spool } of [...stages.values()].sort((a, b) => a.order - b.order))
        for await (const line of spool.lines()) yield JSON.parse(line) as Candidate
    },
  }
}

const statuses: readonly RowStatus[] = ['published', 'draft']

/** What is pointed at before what points, what is published before what is being written, the default language before its translations. */
const orderOf = (list: ImportList, status: RowStatus, locale: Locale): number =>
  (importLists.indexOf(list) * statuses.length + statuses.indexOf(status)) * locales.length + locales.indexOf(locale)

const stageOf = (
  stages: Map<string, { order: number; spool: Spool }>,
  folder: string,
  list: ImportList,
  { row }: CheckResult,
): { spool: Spool } => {
  const { status, locale } = row ?? { status: 'published', locale: defaultLocale }
  const key = `${list}-${status}-${locale}`
  const known = stages.get(key)
  if (known !== undefined) return known
  const stage = { order: orderOf(list, status, locale), spool: openSpool(path.join(folder, `${key}.jsonl`)) }
  stages.set(key, stage)
  return stage
}

const nameDuplicate = (seen: Map<string, string>, source: RawRow, checked: CheckResult): void => {
  const { row } = checked
  if (row === undefined) return
  const key = `${keyOf(source.list, row.ente, checked.id)} ${row.locale} ${row.status}`
  const before = seen.get(key)
  if (before === undefined) seen.set(key, `${String(source.row)} di ${source.file}`)
  else
    checked.faults.push({
      field: source.list === 'enti' ? 'code' : 'id',
      reason: `c’è già nella riga ${before}${source.list === 'enti' ? '' : ', con lo stesso Ente e la stessa lingua'}`,
    })
}
