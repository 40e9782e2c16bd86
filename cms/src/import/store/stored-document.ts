// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import type { ImportList, Locale } from '@linea-comune/config'
import type { CheckedRow } from '../import-row'
import { importedTypes } from './content-types'
import { fingerprint, type Document } from './fingerprint'

export type Standing =
  | { kind: 'new'; documentId?: string }
  | { kind: 'same'; documentId: string }
  /** The file changed, and nobody touched what was imported before. */
  | { kind: 'outdated'; documentId: string }
  /** Somebody edited, unpublished or began to edit it in the panel since. */
  | { kind: 'edited'; documentId: string }

interface StoredRow extends Document {
  documentId: string
  locale?: string | null
  publishedAt?: string | null
  contentHash: string | null
}

/** How the database stands to a row of a file, by hashes alone: clocks and panels may touch a document without changing it. */
export const standingOf = async (strapi: Core.Strapi, row: CheckedRow, wanted: string): Promise<Standing> => {
  const { uid, localized } = importedTypes[row.list]
  const where = row.list === 'enti' ? { code: row.id } : { externalId: row.id, enteCode: row.ente }
  const heads = (await strapi.db.query(uid).findMany({
    select: ['documentId', 'contentHash', ...(localized ? ['locale', 'publishedAt'] : [])] as never,
    where: where as never,
  })) as StoredRow[]
  const [first] = heads
  if (first === undefined) return { kind: 'new' }
  const { documentId } = first
  const own = heads.filter((head) => !localized || head.locale === row.locale)
  if (own.length === 0) return { kind: 'new', documentId }
  if (own.every((head) => head.contentHash === wanted)) return { kind: 'same', documentId }
  const now = await storedFingerprints(strapi, row.list, documentId, row.locale)
  if (now.every((hash) => hash === wanted)) return { kind: 'same', documentId }
  const complete = !localized || own.some((head) => head.publishedAt != null)
  return { kind: complete && own.every((head) => now.every((hash) => hash === head.contentHash)) ? 'outdated' : 'edited', documentId }
}

/** Of the draft and of the published version, as they are now. */
const storedFingerprints = async (strapi: Core.Strapi, list: ImportList, documentId: string, locale: Locale): Promise<string[]> => {
  const { uid, localized, components, relations } = importedTypes[list]
  const rows = (await strapi.db.query(uid).findMany({
    where: { documentId, ...(localized && { locale }) } as never,
    populate: [...Object.keys(components), ...relations] as never,
  })) as StoredRow[]
  return rows.map((row) => fingerprint(list, row, locale))
}
