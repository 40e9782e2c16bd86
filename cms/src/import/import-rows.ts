// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { defaultLocale, importLists, locales } from '@linea-comune/config'
import { checkRow, type CheckResult } from './check-row'
import { keyOf, type CheckedRow, type Fault, type RawRow, type RowPlace } from './import-row'
import { count, type ImportReport } from './report'
import { openDirectory, type Directory } from './store/directory'
import { fingerprint } from './store/fingerprint'
import { withRetry } from './store/retry'
import { standingOf } from './store/stored-document'
import { toDocument, unknownEnte, type Run } from './store/to-document'
import { writeDocument } from './store/write-document'

export interface ImportOptions {
  /** Ente of the rows that name none; rows that name another are refused. */
  ente?: string
  dryRun?: boolean
  onProgress?: (done: number, total: number) => void
}

interface Candidate {
  source: RawRow
  checked: CheckResult
}

/** Each row by itself: what makes sense goes in, what does not is named with all its faults, and nothing of it is written. */
export const importRows = async (
  strapi: Core.Strapi,
  rows: readonly RawRow[],
  report: ImportReport,
  options: ImportOptions,
): Promise<void> => {
  const candidates = rows.map((source): Candidate => ({ source, checked: checkRow(source, options.ente) }))
  nameDuplicates(candidates)
  const run: Run = { directory: await openDirectory(strapi), inFiles: new Set(candidates.flatMap(keyOfCandidate)) }
  nameUnknownEnti(candidates, run.directory)

  let done = 0
  for (const { source, checked } of inOrder(candidates)) {
    options.onProgress?.(done++, candidates.length)
    const { row, id } = checked
    const { document, faults, warnings } = row === undefined ? nothing : await withRetry(() => toDocument(row, run))
    report.warnings.push(...[...checked.warnings, ...warnings].map((message) => ({ ...placeOf(source), list: source.list, id, message })))
    const all = onePerField([...checked.faults, ...faults])
    if (row !== undefined && all.length === 0) {
      try {
        await withRetry(() => bringIn(strapi, row, document, run.directory, report, options.dryRun === true))
        continue
      } catch (error) {
        all.push(explainError(error))
      }
    }
    count(report, source.list, 'refused')
    for (const { field, reason } of all)
      report.refused.push({ ...placeOf(source), list: source.list, id, field: source.fieldNames?.[field] ?? field, reason })
  }
}

const nothing = { document: {}, faults: [], warnings: [] }
const placeOf = ({ file, row }: RawRow): RowPlace => ({ file, row })
const onePerField = (faults: readonly Fault[]): Fault[] =>
  faults.filter((fault, at) => faults.findIndex(({ field }) => field === fault.field) === at)
const keyOfCandidate = ({ source, checked }: Candidate): string[] =>
  checked.id === '' || checked.ente === undefined ? [] : [keyOf(source.list, checked.ente, checked.id)]

const nameDuplicates = (candidates: readonly Candidate[]): void => {
  const seen = new Map<string, RawRow>()
  for (const { source, checked } of candidates) {
    if (checked.row === undefined) continue
    const key = `${keyOf(source.list, checked.row.ente, checked.id)} ${checked.row.locale}`
    const before = seen.get(key)
    if (before === undefined) seen.set(key, source)
    else {
      const reason = `c’è già nella riga ${String(before.row)} di ${before.file}, con lo stesso Ente e la stessa lingua`
      checked.faults.push({ field: source.list === 'enti' ? 'code' : 'id', reason })
    }
  }
}

/** Of rows that are refused anyway too, so that a person corrects them once. */
const nameUnknownEnti = (candidates: readonly Candidate[], directory: Directory): void => {
  const known = new Set([
    ...directory.enti.keys(),
    ...candidates.filter(({ source }) => source.list === 'enti').map(({ checked }) => checked.id),
  ])
  for (const { source, checked } of candidates)
    if (source.list !== 'enti' && typeof checked.ente === 'string' && !known.has(checked.ente))
      checked.faults.push({ field: 'ente', reason: unknownEnte(checked.ente) })
}

/** What is pointed at before what points, the default language before its translations. */
const inOrder = (candidates: readonly Candidate[]): Candidate[] =>
  candidates.toSorted(
    (a, b) =>
      importLists.indexOf(a.source.list) - importLists.indexOf(b.source.list) ||
      locales.indexOf(a.checked.row?.locale ?? defaultLocale) - locales.indexOf(b.checked.row?.locale ?? defaultLocale),
  )

const bringIn = async (
  strapi: Core.Strapi,
  row: CheckedRow,
  document: Record<string, unknown>,
  directory: Directory,
  report: ImportReport,
  dryRun: boolean,
): Promise<void> => {
  const hash = fingerprint(row.list, document, row.locale)
  const before = await standingOf(strapi, row, hash)
  const write = before.kind === 'new' || before.kind === 'outdated'
  const standing = write && !dryRun ? await writeDocument(strapi, row, document, hash) : before
  const documentId = standing.documentId ?? `new ${keyOf(row.list, row.ente, row.id)}`
  directory.add(row.list, row.ente, row.id, documentId, row.locale)
  if (row.list === 'enti' && write)
    directory.enti.set(row.id, {
      documentId,
      code: row.id,
      name: row.data.name,
      slug: String(document.slug),
      province: row.data.province ?? null,
      languages: row.data.languages ?? null,
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
