// SPDX-License-Identifier: AGPL-3.0-or-later

/**
 * Filters of the engine, built from values that may come from an address bar. Inside double quotes a backslash takes the
 * next character with it, so with both of them escaped no value can end its own quotes.
 */
const quote = (value: string): string => `"${value.replace(/[\\"]/g, '\\$&')}"`

export const equals = (attribute: string, value: string): string => `${attribute} = ${quote(value)}`

export const isOneOf = (attribute: string, values: readonly string[]): string => `${attribute} IN [${values.map(quote).join(', ')}]`

export const isNoneOf = (attribute: string, values: readonly string[]): string => `${attribute} NOT IN [${values.map(quote).join(', ')}]`

export const all = (...conditions: (string | null)[]): string =>
  conditions
    .filter((condition) => condition !== null)
    .map((condition) => `(${condition})`)
    .join(' AND ')

export const any = (...conditions: string[]): string => conditions.map((condition) => `(${condition})`).join(' OR ')
