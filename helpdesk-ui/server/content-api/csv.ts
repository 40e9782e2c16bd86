// SPDX-License-Identifier: AGPL-3.0-or-later

/** One column: its heading, and what it shows of an item. */
export interface Column<T> {
  name: string
  /** Field of the item it comes from: what `fields` chooses by. */
  field: keyof T & string
  value: (item: T) => string | number | boolean | null
}

/**
 * A spreadsheet takes a cell that begins so for a formula, and would run it; an apostrophe makes it text again. Where lists are
 * written with semicolons, as in Italy, it begins a new cell also in the middle of ours: quotation marks do not hold it back.
 * https://owasp.org/www-community/attacks/CSV_Injection
 */
const asText = (text: string): string =>
  text
    // Items of a list, which are many: a dot says the same as their dash, and is no sign of a formula.
    .replace(/(^|\n)- /g, '$1• ')
    .replace(/([;\t\r\n][ "']*)(?=[=+\-@\uFF0B\uFF0D\uFF1D\uFF20])/g, "$1'")
    .replace(/^(?=[ ]*[=+\-@\t\r\n\uFF0B\uFF0D\uFF1D\uFF20])/, "'")

const cell = (value: string | number | boolean | null): string => {
  if (typeof value !== 'string') return value === null ? '' : String(value)
  const text = asText(value)
  return /["\n\r,;]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const row = (cells: readonly string[]): string => `${cells.join(',')}\r\n`

/** RFC 4180, with a heading. */
export const writeCsv = <T>(columns: readonly Column<T>[], items: readonly T[]): string =>
  row(columns.map(({ name }) => cell(name))) + items.map((item) => row(columns.map(({ value }) => cell(value(item))))).join('')
