// SPDX-License-Identifier: AGPL-3.0-or-later

/** One column: its heading, and what it shows of an item. */
export interface Column<T> {
  name: string
  /** Field of the item it comes from: what `fields` chooses by. */
  field: keyof T & string
  value: (item: T) => string | number | boolean | null
}

/** A spreadsheet takes a cell that begins so for a formula, and would run it; an apostrophe makes it text again. */
const asText = (text: string): string => (/^[=+\-@\t\r\n\uFF0B\uFF0D\uFF1D\uFF20]/.test(text) ? `'${text}` : text)

const cell = (value: string | number | boolean | null): string => {
  if (typeof value !== 'string') return value === null ? '' : String(value)
  const text = asText(value)
  return /["\n\r,;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const row = (cells: readonly string[]): string => `${cells.join(',')}\r\n`

/** RFC 4180, with a heading. */
export const writeCsv = <T>(columns: readonly Column<T>[], items: readonly T[]): string =>
  row(columns.map(({ name }) => cell(name))) + items.map((item) => row(columns.map(({ value }) => cell(value(item))))).join('')
