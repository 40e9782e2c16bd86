// SPDX-License-Identifier: AGPL-3.0-or-later
import { pipeline, Readable } from 'node:stream'
import { parse } from 'csv-parse'
import { FileFault, type TextFile } from '../read/text-file'

const delimiters = [';', ',', '\t'] as const

/** The heading may be quoted, the separator is whatever there is most of. */
const delimiterOf = (head: string): string => {
  const [firstLine = ''] = head.split('\n', 1)
  const [first = ';'] = delimiters.toSorted((a, b) => firstLine.split(b).length - firstLine.split(a).length)
  return first
}

/** A heading as people retype it: `HowTo`, ` howto `, `how_to`. */
export const foldHeading = (heading: string): string => heading.toLowerCase().replace(/[^a-z0-9]/g, '')

/** Folded headings of the first line. */
export const headingsOf = (file: TextFile): string[] => {
  const [firstLine = ''] = file.head.split('\n', 1)
  return firstLine.split(delimiterOf(file.head)).map(foldHeading)
}

export interface CsvRecord {
  /** Line where it begins: that is where a person looks for it. */
  line: number
  cells: string[]
}

/** The records of a CSV, the heading first. */
export const csvRecords = async function* (file: TextFile): AsyncGenerator<CsvRecord> {
  // Errors reach the loop, which reads the last of the two.
  const records = pipeline(
    Readable.from(file.chunks()),
    parse({ bom: true, delimiter: delimiterOf(file.head), info: true, relax_column_count: true, skip_empty_lines: false }),
    () => undefined,
  )
  let line = 1
  try {
    for await (const { record, info } of records as AsyncIterable<{ record: string[]; info: { lines: number } }>) {
      yield { line, cells: record }
      line = info.lines + 1
    }
  } catch (error) {
    throw new FileFault(`non è un CSV leggibile: ${error instanceof Error ? error.message : String(error)}`)
  }
}
