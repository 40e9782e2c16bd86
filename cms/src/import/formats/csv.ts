// SPDX-License-Identifier: AGPL-3.0-or-later
import { importTemplate } from '@linea-comune/config'
import type { Fault, RawRow } from '../import-row'
import type { TextFile } from '../read/text-file'
import { csvRecords, foldHeading, headingsOf } from './csv-records'

/** Columns whose absence means that the text is something else than our CSV. */
const detect = { sheets: 'title', faqs: 'question' } as const

const columnsOf = (columns: readonly string[], list: keyof typeof detect): string[] => {
  const known = new Map(Object.keys(importTemplate[list].shape).map((key) => [foldHeading(key), key]))
  return columns.map((column) => known.get(foldHeading(column)) ?? column.trim())
}

export const looksLikeCsv = (file: TextFile): boolean => {
  const headings = headingsOf(file)
  return headings.includes('id') && Object.values(detect).some((column) => headings.includes(column))
}

/** One file of sheets or one of FAQs, told apart by their columns. */
export const readCsv = async function* (file: TextFile): AsyncGenerator<RawRow> {
  let list: keyof typeof detect = 'sheets'
  let columns: string[] | undefined
  for await (const { line, cells } of csvRecords(file)) {
    if (columns === undefined) {
      list = cells.map(foldHeading).includes(detect.sheets) ? 'sheets' : 'faqs'
      columns = columnsOf(cells, list)
    } else if (cells.some((cell) => cell.trim() !== ''))
      yield {
        list,
        file: file.name,
        row: line,
        format: 'csv',
        raw: toRaw(columns, cells),
        warnings: [],
        faults: shiftFaults(columns, cells),
      }
  }
}

const toRaw = (headings: readonly string[], cells: readonly string[]): Record<string, unknown> => {
  const raw: Record<string, unknown> = {}
  headings.forEach((heading, at) => {
    const cell = cells[at] ?? ''
    // An empty cell cannot be told from null: in the column of the Ente it is the federation, as is the word.
    if (heading === 'ente') raw.ente = cell.trim() === '' || cell.trim().toLowerCase() === 'federazione' ? null : cell
    else if (cell.trim() !== '') raw[heading] = cell
  })
  return raw
}

/** A separator inside a text without quotes shifts every cell after it: nothing of such a row can be believed. */
const shiftFaults = (headings: readonly string[], cells: readonly string[]): Fault[] => {
  const beyond = cells.slice(headings.length).filter((cell) => cell.trim() !== '').length
  return beyond === 0
    ? []
    : [
        {
          field: '',
          reason: `ha ${String(beyond)} celle in più delle colonne: un testo che contiene il separatore va chiuso fra virgolette`,
        },
      ]
}
