// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ImportList, ImportRowOf, Locale, RowStatus } from '@linea-comune/config'

type SourceFormat = 'template' | 'export' | 'csv' | 'opencity' | 'ipa' | 'collected'

/** Where a row stands, as a person finds it again. */
export interface RowPlace {
  file: string
  /** Position in its list from 1, or the line of a CSV file. */
  row: number
}

export interface Fault {
  field: string
  /** One sentence for the person who wrote the file. */
  reason: string
}

/** An Ente as files name it that do not know its code. */
export interface EnteName {
  name: string
  istatCode: string
}

/** A row as a format gives it: the template's keys, nothing checked. */
export interface RawRow extends RowPlace {
  list: ImportList
  format: SourceFormat
  raw: unknown
  warnings: string[]
  /** What the source calls a field, where it is not the template's name. */
  fieldNames?: Readonly<Record<string, string>>
  /** What the format itself found wrong with it. */
  faults?: Fault[]
  /** Whose it is, when the file does not say it with a code. */
  owner?: EnteName
  /** Why nobody should read it yet: its title is of use to an editor, its text is not yet one for citizens. */
  toComplete?: string[]
}

/** A row that makes sense by itself; whether what it points at exists is asked later. */
export type CheckedRow = { [L in ImportList]: CheckedRowOf<L> }[ImportList]

export interface CheckedRowOf<L extends ImportList> extends RowPlace {
  list: L
  format: SourceFormat
  id: string
  /** Null is the federation. Of an Ente itself, its own code. */
  ente: string | null
  locale: Locale
  status: RowStatus
  data: ImportRowOf<L>
  fieldNames?: Readonly<Record<string, string>>
}

/** What makes a document one and the same from one import to the next. */
export const keyOf = (list: ImportList, ente: string | null, id: string): string => `${list} ${ente ?? ''} ${id}`

/** Stands for the code of an Ente until it is known: two rows of one Ente are recognised before. No code has a space. */
export const provisionalCode = ({ name, istatCode }: EnteName): string => `? ${istatCode === '' ? name.toLowerCase() : istatCode}`
