// SPDX-License-Identifier: AGPL-3.0-or-later
import { exportFormat, importLists, type ImportList } from '@linea-comune/config'
import type { RawRow } from '../import-row'
import { jsonItems } from '../read/json-items'
import { FileFault, type TextFile } from '../read/text-file'
import type { Warn } from '../report'

const isList = (key: string | null): key is ImportList => importLists.some((list) => list === key)
/** Of an export, beside its lists. */
const exportKeys: ReadonlySet<string> = new Set(['format', 'version', 'attachments'])

/** The product's own format: an object with lists of rows; what an export writes is one too. */
export const readTemplate = async function* (file: TextFile, warn: Warn): AsyncGenerator<RawRow> {
  let format: 'template' | 'export' = 'template'
  let known = false
  const extra = new Set<string>()
  for await (const { key, at, value } of jsonItems(file)) {
    if (isList(key)) {
      if (at === null) throw new FileFault(`«${key}» doveva essere un elenco, fra parentesi quadre`)
      known = true
      yield { list: key, file: file.name, row: at, format, raw: value, warnings: [] }
    } else if (key === 'format' && value === exportFormat) format = 'export'
    else if (key !== null && !(format === 'export' && exportKeys.has(key))) extra.add(key)
  }
  if (!known && format === 'template' && !mentionsLists(file.head)) throw new FileFault(unknownFormat)
  if (extra.size > 0)
    warn({ file: file.name, row: 0, list: null, id: '', message: `parti non previste, non importate: ${[...extra].join(', ')}` })
}

/** A file of empty lists is one of ours all the same. */
const mentionsLists = (head: string): boolean => importLists.some((list) => head.includes(`"${list}"`))

export const unknownFormat = 'non è in nessuno dei formati che si possono importare: vedi docs/import.md'
