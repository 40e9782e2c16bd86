// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ImportList } from '@linea-comune/config'
import type { Fault, RowPlace } from './import-row'

/** `drafted`: brought in as a draft, for an editor to complete. */
export const outcomes = ['created', 'drafted', 'updated', 'unchanged', 'kept', 'refused'] as const
export type Outcome = (typeof outcomes)[number]
export type Counts = Record<Outcome, number>

export interface Refusal extends RowPlace, Fault {
  list: ImportList
  id: string
}
export interface Warning extends RowPlace {
  list: ImportList | null
  id: string
  message: string
}
export type Warn = (warning: Warning) => void
export type Kept = Omit<Refusal, 'field' | 'reason'>

/** What rows have in common: one entry for a thousand rows with the same fault. */
export interface Reason {
  /** Where it is listed. */
  part: 'refused' | 'drafted' | 'warnings'
  file: string
  list: ImportList | null
  field: string
  /** The sentence as it is about all of them: what differs is left open. */
  reason: string
  rows: number
  /** One of them, with the sentence as it is about it. */
  example: Warning
}

export interface ImportReport {
  startedAt: string
  tookMs: number
  dryRun: boolean
  files: string[]
  counts: Partial<Record<ImportList, Counts>>
  /** Sheets and FAQs of each Ente; the federation's under an empty code. */
  byEnte: Record<string, Counts>
  reasons: Reason[]
  /** One entry per fault: a row with three faults is here three times. The first thousand; the saved report has all. */
  refused: Refusal[]
  /** What an editor has to complete before citizens can read it. */
  drafted: Refusal[]
  /** Documents that were edited in the panel since the import, and stay as they are. */
  kept: Kept[]
  warnings: Warning[]
  /** Where the whole report is, if it was saved. */
  savedAt?: string
}

export const noCounts = (): Counts => ({ created: 0, drafted: 0, updated: 0, unchanged: 0, kept: 0, refused: 0 })

export const total = (report: ImportReport, outcome: Outcome): number =>
  Object.values(report.counts).reduce((sum, counts) => sum + counts[outcome], 0)
