// SPDX-License-Identifier: AGPL-3.0-or-later
import type { RawRow } from './import-row'
import { looksLikeCollected, readCollected } from './formats/collected-sheets'
import { looksLikeCsv, readCsv } from './formats/csv'
import { looksLikeIpa, readIpa } from './formats/ipa'
import { readOpenCity } from './formats/opencity'
import { isOpenCity } from './formats/opencity-graph'
import { readTemplate, unknownFormat } from './formats/template'
import { deepest, tooDeep } from './read/json-items'
import { FileFault, openTextFile, wholeText, type TextFile } from './read/text-file'
import type { Warn } from './report'

/** Nothing of the files can be used; every one that cannot be read is named. */
export class UnreadableFiles extends Error {
  constructor(readonly faults: readonly { file: string; reason: string }[]) {
    super(faults.map(({ file, reason }) => `${file}: ${reason}`).join('\n'))
    this.name = 'UnreadableFiles'
  }
}

type Read = (file: TextFile, warn: Warn) => AsyncIterable<RawRow>

/** Formats that are read row by row, and how each is recognised: the first that fits. */
const formats: readonly { fits: (file: TextFile) => boolean | Promise<boolean>; read: Read }[] = [
  { fits: looksLikeCsv, read: readCsv },
  { fits: looksLikeIpa, read: readIpa },
  { fits: looksLikeCollected, read: readCollected },
  { fits: ({ head }) => /^\s*\{/.test(head), read: readTemplate },
]

/** Rows of all files, in any of the formats. Throws at the end, when every file was looked at, if one cannot be read. */
export const readRows = async function* (paths: readonly string[], warn: Warn, ente?: string): AsyncGenerator<RawRow> {
  const faults: { file: string; reason: string }[] = []
  const openCity: { file: string; content: readonly unknown[] }[] = []
  for (const filePath of paths) {
    let name = filePath.split(/[\\/]/).at(-1) ?? filePath
    try {
      const file = await openTextFile(filePath)
      name = file.name
      const format = await firstThatFits(file)
      if (format !== undefined) yield* format.read(file, warn)
      else {
        const content = await readGraph(file)
        if (content.length > 0) openCity.push({ file: name, content })
        else warn({ file: name, row: 0, list: null, id: '', message: 'non contiene niente' })
      }
    } catch (error) {
      if (!(error instanceof FileFault)) throw error
      faults.push({ file: name, reason: error.reason })
    }
  }
  if (openCity.length > 0) {
    const { rows, warnings, fault } = readOpenCity(openCity, ente)
    warnings.forEach(warn)
    if (fault === undefined) yield* rows
    else faults.push({ file: openCity.map(({ file }) => file).join(', '), reason: fault })
  }
  if (faults.length > 0) throw new UnreadableFiles(faults)
}

const firstThatFits = async (file: TextFile): Promise<(typeof formats)[number] | undefined> => {
  for (const format of formats) if (await format.fits(file)) return format
  return undefined
}

const largestGraphBytes = 200 * 1024 * 1024

/** OpenCity's objects point at each other across files: they are needed all at once. */
const readGraph = async (file: TextFile): Promise<readonly unknown[]> => {
  if (!/^\s*\[/.test(file.head)) throw new FileFault(unknownFormat)
  if (file.sizeBytes > largestGraphBytes) throw new FileFault('è più grande di 200 MB: dividilo in più file')
  const content = parseList(await wholeText(file))
  if (content.length > 0 && !isOpenCity(content)) throw new FileFault(unknownFormat)
  if (isDeeper(content, deepest + 1)) throw new FileFault(tooDeep)
  return content
}

const isDeeper = (value: unknown, levels: number): boolean =>
  typeof value === 'object' && value !== null && (levels === 0 || Object.values(value).some((inner) => isDeeper(inner, levels - 1)))

const parseList = (text: string): unknown[] => {
  try {
    return JSON.parse(text) as unknown[]
  } catch (error) {
    throw new FileFault(`non è JSON valido: ${error instanceof Error ? error.message : String(error)}`)
  }
}
