// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto'
import { defaultLocale, type ImportList, type Locale } from '@linea-comune/config'
import type { CheckedRow } from '../import-row'
import { importedTypes } from './content-types'

export type Document = Record<string, unknown>

const orNull = (value: unknown): unknown =>
  value === undefined || value === '' || (Array.isArray(value) && value.length === 0) ? null : value

const toPart = (names: readonly string[], part: unknown): unknown =>
  Array.isArray(part)
    ? part.map((one) => toPart(names, one))
    : typeof part === 'object' && part !== null
      ? names.map((name) => orNull((part as Document)[name]))
      : null

const targetId = (target: unknown): string =>
  typeof target === 'string' ? target : ((target as { documentId?: string } | null)?.documentId ?? '')

/**
 * One hash for what the import writes, the same whether it is about to be written or was read back from the database:
 * so that it tells a row that did not change, and a document that somebody has edited since.
 * @param named which of the values that belong to the panel the row names
 */
export const fingerprint = (list: ImportList, document: Document, locale: Locale, named: readonly string[]): string => {
  const type = importedTypes[list]
  // A translation does not decide what all languages share.
  const values = locale === defaultLocale ? [...type.values, ...type.shared] : type.values
  const content = [
    values.map((name) => orNull(document[name])),
    Object.entries(type.components).map(([name, parts]) => orNull(toPart(parts, document[name]))),
    type.relations.map((name) => [document[name] ?? []].flat().map(targetId).sort()),
    ...(named.length > 0 ? [named.map((name) => [name, orNull(document[name])])] : []),
  ]
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url')
}

/** Of the values that belong to the panel, those that a row decides. */
export const namedBy = (list: ImportList, document: Document): string[] =>
  importedTypes[list].named.filter((name) => document[name] !== undefined)

/** What tells a draft that an import brought from a document that somebody took off the site. */
const draftMark = 'draft:'

/** What a document remembers of the row it was written from. */
export const contentHashOf = ({ list, locale, status }: CheckedRow, document: Document): string =>
  `${status === 'draft' ? draftMark : ''}${fingerprint(list, document, locale, namedBy(list, document))}`

export const isOfDraft = (contentHash: string | null): boolean => contentHash?.startsWith(draftMark) === true

/** Every hash that a stored version may remember if nobody touched it since: an import may have named any of the panel's values. */
export const hashesOf = (list: ImportList, document: Document, locale: Locale): Set<string> => {
  const subsets = importedTypes[list].named.reduce<string[][]>((found, name) => [...found, ...found.map((some) => [...some, name])], [[]])
  return new Set(subsets.map((named) => fingerprint(list, document, locale, named)))
}

export const withoutMark = (contentHash: string | null): string => (contentHash ?? '').replace(draftMark, '')
