// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto'
import { defaultLocale, type ImportList, type Locale } from '@linea-comune/config'
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
 */
export const fingerprint = (list: ImportList, document: Document, locale: Locale): string => {
  const type = importedTypes[list]
  // A translation does not decide what all languages share.
  const values = locale === defaultLocale ? [...type.values, ...type.shared] : type.values
  const content = [
    values.map((name) => orNull(document[name])),
    Object.entries(type.components).map(([name, parts]) => orNull(toPart(parts, document[name]))),
    type.relations.map((name) => [document[name] ?? []].flat().map(targetId).sort()),
  ]
  return createHash('sha256').update(JSON.stringify(content)).digest('base64url')
}
