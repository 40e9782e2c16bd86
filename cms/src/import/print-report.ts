// SPDX-License-Identifier: AGPL-3.0-or-later
import { importLists, type ImportList } from '@linea-comune/config'
import type { RowPlace } from './import-row'
import { outcomes, total, type Counts, type ImportReport, type Outcome, type Reason } from './report'

const listNames: Record<ImportList, string> = {
  enti: 'Enti',
  places: 'Luoghi',
  contactPoints: 'Punti di contatto',
  offices: 'Uffici',
  sheets: 'Schede',
  faqs: 'Domande',
  words: 'Parole dei cittadini',
}
const outcomeNames: Record<Outcome, string> = {
  created: 'nuove',
  drafted: 'bozze',
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
  words: 'voce',
}

/** «schede.json, riga 4 (scheda «cie»)» */
const place = ({ file, row, list, id }: RowPlace & { list: ImportList | null; id: string }): string => {
  if (row === 0) return file
  const noun = list === null ? '' : ` (${nouns[list]}${id === '' ? '' : ` «${id}»`})`
  return `${file}, riga ${String(row)}${noun}`
}

/** More lines than this are read in the saved report. */
const shownAtMost = 40
const entiAtMost = 20

const and = (count: number, where: string): string[] => (count > 0 ? [`  … e altre ${String(count)}, ${where}.`] : [])

const width = 26
const tableRow = (name: string, cells: readonly string[]): string =>
  (name.length > width - 1 ? `${name.slice(0, width - 2)}…` : name).padEnd(width) + cells.map((cell) => cell.padStart(12)).join('')
const countsRow = (name: string, counts: Counts): string =>
  tableRow(
    name,
    outcomes.map((outcome) => String(counts[outcome])),
  )

/** The same sentence about many rows is one line with a number. */
const reasonLines = (reasons: readonly Reason[], part: Reason['part']): string[] => {
  const own = reasons.filter((reason) => reason.part === part)
  const lines = own
    .slice(0, shownAtMost)
    .map(({ rows, field, reason, example }) =>
      rows === 1
        ? `  ${place(example)}${field === '' ? '' : `, ${field}`}: ${example.message}`
        : `  ${String(rows)} righe${field === '' ? '' : `, ${field}`}: ${reason} (per esempio ${place(example)})`,
    )
  return [...lines, ...and(own.length - lines.length, 'nel resoconto completo')]
}

/** The report as a person reads it. */
export const printReport = (report: ImportReport): string => {
  const lines = [report.dryRun ? 'Prova di importazione: nella banca dati non è stato scritto niente.' : 'Importazione terminata.', '']
  const heading = (name: string): string =>
    tableRow(
      name,
      outcomes.map((outcome) => outcomeNames[outcome]),
    )
  lines.push(heading(''))
  for (const list of importLists) {
    const counts = report.counts[list]
    if (counts !== undefined) lines.push(countsRow(listNames[list], counts))
  }
  const enti = Object.entries(report.byEnte).sort(([a], [b]) => a.localeCompare(b))
  if (enti.length > 1) {
    lines.push('', heading('Schede e domande di'))
    for (const [code, counts] of enti.slice(0, entiAtMost)) lines.push(countsRow(code === '' ? 'federazione' : code, counts))
    lines.push(...and(enti.length - entiAtMost, 'nel resoconto completo'))
  }
  if (total(report, 'refused') > 0)
    lines.push(
      '',
      `Righe rifiutate: ${String(total(report, 'refused'))}. Di loro non è stato scritto niente.`,
      ...reasonLines(report.reasons, 'refused'),
    )
  if (report.reasons.some(({ part }) => part === 'drafted'))
    lines.push('', 'Da completare: sono bozze, i cittadini non le vedono.', ...reasonLines(report.reasons, 'drafted'))
  const kept = total(report, 'kept')
  if (kept > 0) {
    lines.push('', `Lasciate com’erano, perché modificate nel pannello o di Enti che partecipano già: ${String(kept)}.`)
    lines.push(...report.kept.slice(0, shownAtMost).map((one) => `  ${place(one)}`), ...and(kept - shownAtMost, 'nel resoconto completo'))
  }
  const warnings = report.reasons.filter(({ part }) => part === 'warnings')
  if (warnings.length > 0)
    lines.push('', `Avvisi: ${String(warnings.reduce((sum, { rows }) => sum + rows, 0))}.`, ...reasonLines(report.reasons, 'warnings'))
  lines.push('', `Tempo: ${(report.tookMs / 1000).toLocaleString('it-IT', { maximumFractionDigits: 1 })} secondi.`)
  if (report.savedAt !== undefined) lines.push(`Resoconto completo: ${report.savedAt}`)
  return lines.join('\n')
}
