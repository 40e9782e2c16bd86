// SPDX-License-Identifier: AGPL-3.0-or-later
import { parse } from 'csv-parse'
import { importTemplate } from '@linea-comune/config'
import type { Fault, RawRow } from '../import-row'
import type { ReadRows } from './template'

/** Columns whose absence means that the text is something else than our CSV. */
const detect = { sheets: 'title', faqs: 'question' } as const

const delimiterOf = (firstLine: string): string => (firstLine.split(';').length >= firstLine.split(',').length ? ';' : ',')

/** A heading as people retype it: `HowTo`, ` howto `, `how_to`. */
const foldHeading = (heading: string): string => heading.toLowerCase().replace(/[^a-z]/g, '')

const headingsOf = (columns: readonly string[], list: keyof typeof detect): string[] => {
  const known = new Map(Object.keys(importTemplate[list].shape).map((key) => [foldHeading(key), key]))
  return columns.map((column) => known.get(foldHeading(column)) ?? column.trim())
}

export const looksLikeCsv = (text: string): boolean => {
  const [firstLine = ''] = text.replace(/^\ufeff/, '').split(/\r?\n/, 1)
  const columns = firstLine.split(delimiterOf(firstLine)).map((column) => foldHeading(column))
  return columns.includes('id') && Object.values(detect).some((column) => columns.includes(column))
}

interface CsvRecord {
  record: string[]
  info: { lines: number }
}

/** One file of sheets or one of FAQs, told apart by their columns. */
export const readCsv = async (file: string, text: string): Promise<ReadRows> => {
  const [firstLine = ''] = text.replace(/^\ufeff/, '').split(/\r?\n/, 1)
  let records: CsvRecord[]
  try {
    // A line end of two characters inside quotes would count as two lines.
    records = await parseCsv(text.replace(/\r\n/g, '\n'), delimiterOf(firstLine))
  } catch (error) {
    return { rows: [], warnings: [], fault: `non è un CSV leggibile: ${error instanceof Error ? error.message : String(error)}` }
  }
  const [head, ...body] = records
  const columns = head?.record ?? []
  const list = columns.map(foldHeading).includes(detect.sheets) ? 'sheets' : 'faqs'
  const headings = headingsOf(columns, list)
  const rows: RawRow[] = []
  let line = (head?.info.lines ?? 1) + 1
  for (const { record, info } of body) {
    // A record may span lines: a person looks for the one where it begins.
    if (record.some((cell) => cell.trim() !== ''))
      rows.push({ list, file, row: line, format: 'csv', raw: toRaw(headings, record), warnings: [], faults: shiftFaults(headings, record) })
    line = info.lines + 1
  }
  return { rows, warnings: [] }
}

const toRaw = (headings: readonly string[], record: readonly string[]): Record<string, unknown> => {
  const raw: Record<string, unknown> = {}
  headings.forEach((heading, at) => {
    const cell = record[at] ?? ''
    // An empty cell cannot be told from null: in the column of the Ente it is the federation, as is the word.
    if (heading === 'ente') raw.ente = cell.trim() === '' || cell.trim().toLowerCase() === 'federazione' ? null : cell
    else if (cell.trim() !== '') raw[heading] = cell
  })
  return raw
}

/** A separator inside a text without quotes shifts every cell after it: nothing of such a row can be believed. */
const shiftFaults = (headings: readonly string[], record: readonly string[]): Fault[] => {
  const beyond = record.slice(headings.length).filter((cell) => cell.trim() !== '').length
  return beyond === 0
    ? []
    : [
        {
          field: '',
          reason: `ha ${String(beyond)} celle in più delle colonne: un testo che contiene il separatore va chiuso fra virgolette`,
        },
      ]
}

const parseCsv = (text: string, delimiter: string): Promise<CsvRecord[]> =>
  new Promise((resolve, reject) => {
    parse(text, { bom: true, delimiter, info: true, relax_column_count: true, skip_empty_lines: false }, (error, records: unknown) => {
      if (error) reject(error)
      else resolve(records as CsvRecord[])
    })
  })
