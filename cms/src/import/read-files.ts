// SPDX-License-Identifier: AGPL-3.0-or-later
import fs from 'node:fs/promises'
import path from 'node:path'
import type { RawRow } from './import-row'
import type { Warning } from './report'
import { looksLikeCsv, readCsv } from './formats/csv'
import { readOpenCity } from './formats/opencity'
import { isOpenCity } from './formats/opencity-graph'
import { isTemplate, readTemplate, type ReadRows } from './formats/template'

/** Nothing of the files can be used; every one that cannot be read is named. */
export class UnreadableFiles extends Error {
  constructor(readonly faults: readonly { file: string; reason: string }[]) {
    super(faults.map(({ file, reason }) => `${file}: ${reason}`).join('\n'))
    this.name = 'UnreadableFiles'
  }
}

export interface FilesRead {
  rows: RawRow[]
  warnings: Warning[]
}

/** Rows of all files, in any of the formats, told apart by what is in them. */
export const readFiles = async (paths: readonly string[], ente?: string): Promise<FilesRead> => {
  const faults: { file: string; reason: string }[] = []
  const reads: ReadRows[] = []
  const openCity: { file: string; content: readonly unknown[] }[] = []
  const take = (file: string, read: ReadRows): void => {
    if (read.fault === undefined) reads.push(read)
    else faults.push({ file, reason: read.fault })
  }
  for (const filePath of paths) {
    const file = path.basename(filePath)
    const content = await readContent(filePath)
    if ('fault' in content) faults.push({ file, reason: content.fault })
    else if ('csv' in content) take(file, await readCsv(file, content.csv))
    else if (isTemplate(content.json)) take(file, readTemplate(file, content.json))
    else if (isOpenCity(content.json)) openCity.push({ file, content: content.json })
    else if (Array.isArray(content.json) && content.json.length === 0)
      reads.push({ rows: [], warnings: [{ file, row: 0, list: null, id: '', message: 'non contiene niente' }] })
    else faults.push({ file, reason: unknownFormat })
  }
  if (openCity.length > 0) take(openCity.map(({ file }) => file).join(', '), readOpenCity(openCity, ente))
  if (faults.length > 0) throw new UnreadableFiles(faults)
  return { rows: reads.flatMap((read) => read.rows), warnings: reads.flatMap((read) => read.warnings) }
}

const unknownFormat =
  'non è in nessuno dei formati che si possono importare (modello JSON o CSV, esportazione OpenCity): vedi docs/import.md'

const longestFile = 200 * 1024 * 1024

const readContent = async (filePath: string): Promise<{ fault: string } | { csv: string } | { json: unknown }> => {
  let bytes: Buffer
  try {
    if ((await fs.stat(filePath)).size > longestFile) return { fault: 'è più grande di 200 MB: dividilo in più file' }
    bytes = await fs.readFile(filePath)
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT') return { fault: `il file non esiste (${filePath})` }
    return { fault: code === 'EISDIR' ? 'è una cartella, non un file' : `non si può leggere (${code ?? String(error)})` }
  }
  // Spreadsheets also save "Unicode text": UTF-16 with its mark.
  const utf16 = bytes[0] === 0xff && bytes[1] === 0xfe
  const text = (utf16 ? bytes.toString('utf16le') : bytes.toString('utf8')).replace(/^\ufeff/, '')
  if (text.trim() === '') return { fault: 'è vuoto' }
  if (looksLikeCsv(text)) return { csv: text }
  if (!/^\s*[[{]/.test(text)) return { fault: unknownFormat }
  try {
    return { json: JSON.parse(text) as unknown }
  } catch (error) {
    return { fault: `non è JSON valido: ${whereInText(text, error)}` }
  }
}

const whereInText = (text: string, error: unknown): string => {
  const message = String(error)
  const at = /position (\d+)/.exec(message)?.[1]
  if (at !== undefined) return `c’è un segno fuori posto nella riga ${String(text.slice(0, Number(at)).split('\n').length)}`
  // Newer engines quote the text around it instead.
  const around = /"([^]*)"(?:\.{3})? is not valid JSON/.exec(message)?.[1]?.replace(/^\.{3}"?|"?\.{3}$/g, '')
  return around === undefined
    ? 'il testo finisce prima del previsto'
    : `c’è un segno fuori posto vicino a «${around.replace(/\s+/g, ' ').slice(0, 80)}»`
}
