// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { keyOf, type CheckedRow, type Fault } from './import-row'
import type { Recorder } from './record-report'
import type { Outcome } from './report'
import type { Candidate, Scan } from './scan'
import { openDirectory, type Directory } from './store/directory'
import { contentHashOf } from './store/fingerprint'
import { withRetry } from './store/retry'
import { headsOf, standingOf, type Heads, type Standing } from './store/stored-document'
import { toDocument, unknownEnte, unknownOwner, type Run } from './store/to-document'
import { writeDocument } from './store/write-document'

export interface ImportOptions {
  /** Ente of the rows that name none; rows that name another are refused. */
  ente?: string
  dryRun?: boolean
  /** Write the whole report to a file, however long it is. */
  saveReport?: boolean
  onProgress?: (done: number, total: number) => void
}

interface Work {
  strapi: Core.Strapi
  run: Run
  recorder: Recorder
  dryRun: boolean
}

/** So many rows are asked for at once whether the database has them: a run that goes on after it was stopped skips them quickly. */
const atOnce = 50

/** Each row by itself: what makes sense goes in, what does not is named with all its faults, and nothing of it is written. */
export const importRows = async (strapi: Core.Strapi, scan: Scan, recorder: Recorder, options: ImportOptions): Promise<void> => {
  const work: Work = { strapi, recorder, run: { directory: await openDirectory(strapi), scan }, dryRun: options.dryRun === true }
  let done = 0
  for await (const some of inChunks(scan.candidates())) {
    for (const candidate of some) giveOwner(candidate, work.run.directory)
    const rows = some.flatMap(({ checked }) => checked.row ?? [])
    const heads = await withRetry(() => headsOf(strapi, rows))
    for (const candidate of some) {
      options.onProgress?.(done++, scan.total)
      await importRow(work, candidate, heads)
    }
  }
}

/** Candidates of one list at a time. */
const inChunks = async function* (candidates: AsyncIterable<Candidate>): AsyncGenerator<Candidate[]> {
  let some: Candidate[] = []
  for await (const candidate of candidates) {
    if (some.length >= atOnce || (some[0] !== undefined && some[0].source.list !== candidate.source.list)) {
      yield some
      some = []
    }
    some.push(candidate)
  }
  if (some.length > 0) yield some
}

/** Enti that a file names in words are those of the federation and those that came before in the same run. */
const giveOwner = ({ source, checked }: Candidate, directory: Directory): void => {
  const { owner } = source
  if (owner === undefined || !checked.ente?.startsWith('? ')) return
  const ente = directory.enti.byName(owner)
  if (ente === undefined) {
    checked.faults.push({ field: 'ente', reason: unknownOwner(owner) })
    delete checked.row
    return
  }
  checked.ente = ente.code
  if (checked.row !== undefined) checked.row.ente = ente.code
}

const importRow = async ({ strapi, run, recorder, dryRun }: Work, { source, checked }: Candidate, heads: Heads): Promise<void> => {
  const { row, id } = checked
  const place = { file: source.file, row: source.row, list: source.list, id }
  const faults = [...checked.faults]
  // Of rows that are refused anyway too, so that a person corrects them once.
  if (source.list !== 'enti' && isUnknown(checked.ente, run)) faults.push({ field: 'ente', reason: unknownEnte(checked.ente ?? '') })
  const { document, faults: found, warnings } = row === undefined ? nothing : await withRetry(() => toDocument(row, run))
  for (const message of [...checked.warnings, ...warnings]) await recorder.add('warnings', { ...place, message })
  const all = onePerField([...faults, ...found])
  if (row !== undefined && all.length === 0) {
    try {
      const { kind } = await withRetry(() => bringIn({ strapi, run, dryRun }, row, document, heads))
      recorder.count(source.list, checked.ente ?? null, outcomeOf(kind, row))
      // What an editor has taken in hand is no longer ours to complete.
      if (kind === 'edited') await recorder.add('kept', place)
      else for (const reason of source.toComplete ?? []) await recorder.add('drafted', { ...place, field: '', reason })
      return
    } catch (error) {
      all.push(explainError(error))
    }
  }
  recorder.count(source.list, checked.ente ?? null, 'refused')
  for (const { field, reason } of all) await recorder.add('refused', { ...place, field: source.fieldNames?.[field] ?? field, reason })
}

const nothing = { document: {}, faults: [], warnings: [] }
const onePerField = (faults: readonly Fault[]): Fault[] =>
  faults.filter((fault, at) => faults.findIndex(({ field }) => field === fault.field) === at)

const isUnknown = (ente: string | null | undefined, { directory, scan }: Run): boolean =>
  typeof ente === 'string' && !ente.startsWith('? ') && directory.enti.byCode(ente) === undefined && !scan.enti.has(ente)

const outcomeOf = (kind: Standing['kind'], { status }: CheckedRow): Outcome => {
  if (kind === 'same') return 'unchanged'
  if (kind === 'edited') return 'kept'
  if (status === 'draft') return 'drafted'
  return kind === 'new' ? 'created' : 'updated'
}

const bringIn = async (
  { strapi, run, dryRun }: Pick<Work, 'strapi' | 'run' | 'dryRun'>,
  row: CheckedRow,
  document: Record<string, unknown>,
  heads: Heads,
): Promise<Standing> => {
  const hash = contentHashOf(row, document)
  const before = await standingOf(strapi, row, document, heads)
  const write = before.kind === 'new' || before.kind === 'outdated'
  const standing = write && !dryRun ? await writeDocument(strapi, row, document, hash) : before
  const documentId = standing.documentId ?? `new ${keyOf(row.list, row.ente, row.id)}`
  run.directory.add(row, documentId)
  if (row.list === 'enti' && write)
    run.directory.enti.add({
      documentId,
      code: row.id,
      name: row.data.name,
      slug: String(document.slug),
      province: row.data.province ?? null,
      languages: row.data.languages ?? null,
      istatCode: row.data.istatCode ?? null,
    })
  return standing
}

/** What the content types refuse although the template's schema did not, and what only the database knows. */
const explainError = (error: unknown): Fault => {
  const { message, details } = error as { message?: string; details?: { errors?: { path?: string[]; message?: string }[] } }
  const [first] = details?.errors ?? []
  return { field: first?.path?.join('.') ?? '', reason: `la banca dati non l’ha accettata: ${first?.message ?? message ?? String(error)}` }
}
