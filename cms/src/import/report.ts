// SPDX-License-Identifier: AGPL-3.0-or-later
import { importLists, type ImportList } from '@linea-comune/config'
import type { Fault, RowPlace } from './import-row'

const outcomes = ['created', 'updated', 'unchanged', 'kept', 'refused'] as const
export type Outcome = (typeof outcomes)[number]

export interface Refusal extends RowPlace, Fault {
  list: ImportList
  id: string
}
export interface Warning extends RowPlace {
  list: ImportList | null
  id: string
  message: string
}

export interface ImportReport {
  startedAt: string
  tookMs: number
  dryRun: boolean
  files: string[]
  counts: Partial<Record<ImportList, Record<Outcome, number>>>
  /** One entry per fault: a row with three faults is here three times. */
  refused: Refusal[]
  /** Documents that were edited in the panel since the import, and stay as they are. */
  kept: Omit<Refusal, 'field' | 'reason'>[]
  warnings: Warning[]
}

export const emptyReport = (files: string[], dryRun: boolean): ImportReport => ({
  startedAt: new Date().toISOString(),
  tookMs: 0,
  dryRun,
  files,
  counts: {},
  refused: [],
  kept: [],
  warnings: [],
})

export const count = (report: ImportReport, list: ImportList, outcome: Outcome): void => {
  const counts = (report.counts[list] ??= { created: 0, updated: 0, unchanged: 0, kept: 0, refused: 0 })
  counts[outcome]++
}

export const total = (report: ImportReport, outcome: Outcome): number =>
  Object.values(report.counts).reduce((sum, counts) => sum + counts[outcome], 0)

const listNames: Record<ImportList, string> = {
  enti: 'Enti',
  places: 'Luoghi',
  contactPoints: 'Punti di contatto',
  offices: 'Uffici',
  sheets: 'Schede',
  faqs: 'Domande',
}
const outcomeNames: Record<Outcome, string> = {
  created: 'nuove',
  updated: 'aggiornate',
  unchanged: 'invariate',
  kept: 'lasciate',
  refused: 'rifiutate',
}

const nouns: Record<ImportList, string> = {
  enti: 'Ente',
  places: 'luogo',
  contactPoints: 'punto di contatto',
  offices: 'ufficio',
  sheets: 'scheda',
  faqs: 'domanda',
}

/** «schede.json, riga 4 (scheda «cie»)» */
const place = ({ file, row, list, id }: RowPlace & { list: ImportList | null; id: string }): string => {
  if (row === 0) return file
  const noun = list === null ? '' : ` (${nouns[list]}${id === '' ? '' : ` «${id}»`})`
  return `${file}, riga ${String(row)}${noun}`
}

/** The same remark about many rows is one line with a number. */
const grouped = (warnings: readonly Warning[]): string[] => {
  const groups = new Map<string, Warning[]>()
  for (const warning of warnings)
    groups.set(`${warning.file} ${warning.message}`, [...(groups.get(`${warning.file} ${warning.message}`) ?? []), warning])
  return [...groups.values()].flatMap((group) => {
    const [first] = group
    if (first === undefined) return []
    const others = group.length > 1 ? ` (e altre ${String(group.length - 1)} righe)` : ''
    return [`  ${place(first)}${others}: ${first.message}`]
  })
}

const shownWarnings = 40

/** The report as a person reads it. */
export const printReport = (report: ImportReport, savedAt?: string): string => {
  const lines = [report.dryRun ? 'Prova di importazione: nella banca dati non è stato scritto niente.' : 'Importazione terminata.', '']
  const width = 19
  lines.push(`${''.padEnd(width)}${outcomes.map((outcome) => outcomeNames[outcome].padStart(12)).join('')}`)
  for (const list of importLists) {
    const counts = report.counts[list]
    if (counts !== undefined)
      lines.push(`${listNames[list].padEnd(width)}${outcomes.map((outcome) => String(counts[outcome]).padStart(12)).join('')}`)
  }
  if (report.refused.length > 0) {
    lines.push('', `Righe rifiutate: ${String(total(report, 'refused'))}. Di loro non è stato scritto niente.`)
    for (const refusal of report.refused)
      lines.push(`  ${place(refusal)}${refusal.field === '' ? '' : `, ${refusal.field}`}: ${refusal.reason}`)
  }
  if (report.kept.length > 0) {
    lines.push('', `Modificate nel pannello dopo l’import: lasciate com’erano (${String(report.kept.length)}).`)
    for (const kept of report.kept) lines.push(`  ${place(kept)}`)
  }
  const warnings = grouped(report.warnings)
  if (warnings.length > 0) {
    lines.push('', `Avvisi: ${String(report.warnings.length)}.`, ...warnings.slice(0, shownWarnings))
    if (warnings.length > shownWarnings) lines.push(`  … e altri ${String(warnings.length - shownWarnings)}, tutti nel resoconto.`)
  }
  lines.push('', `Tempo: ${(report.tookMs / 1000).toLocaleString('it-IT', { maximumFractionDigits: 1 })} secondi.`)
  if (savedAt !== undefined) lines.push(`Resoconto completo: ${savedAt}`)
  return lines.join('\n')
}
