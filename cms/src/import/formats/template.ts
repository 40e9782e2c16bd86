// SPDX-License-Identifier: AGPL-3.0-or-later
import { importLists } from '@linea-comune/config'
import type { RawRow } from '../import-row'
import type { Warning } from '../report'

export interface ReadRows {
  rows: RawRow[]
  warnings: Warning[]
  /** Why the file cannot be read; then it has no rows. */
  fault?: string
}

export const isTemplate = (content: unknown): content is Record<string, unknown> =>
  typeof content === 'object' && content !== null && !Array.isArray(content) && importLists.some((list) => list in content)

/** The product's own format: an object with lists of rows. */
export const readTemplate = (file: string, content: Record<string, unknown>): ReadRows => {
  const notLists = importLists.filter((list) => content[list] !== undefined && !Array.isArray(content[list]))
  if (notLists.length > 0)
    return { rows: [], warnings: [], fault: `«${notLists.join('», «')}» doveva essere un elenco, fra parentesi quadre` }
  const rows = importLists.flatMap((list) =>
    ((content[list] ?? []) as unknown[]).map((raw, at): RawRow => ({ list, file, row: at + 1, format: 'template', raw, warnings: [] })),
  )
  const extra = Object.keys(content).filter((key) => !importLists.some((list) => list === key))
  const warnings: Warning[] =
    extra.length === 0 ? [] : [{ file, row: 0, list: null, id: '', message: `parti non previste, non importate: ${extra.join(', ')}` }]
  return { rows, warnings }
}
