// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import type { EnteLifecycle, ImportList, Locale } from '@linea-comune/config'
import { keyOf, type CheckedRow } from '../import-row'
import { importedTypes } from './content-types'
import { contentHashOf, fingerprint, hashesOf, isOfDraft, namedBy, withoutMark, type Document } from './fingerprint'

export type Standing =
  | { kind: 'new'; documentId?: string }
  | { kind: 'same'; documentId: string }
  /** The file changed, and nobody touched what was imported before. */
  | { kind: 'outdated'; documentId: string }
  /** Somebody edited, unpublished or began to edit it in the panel since; or it is an Ente that speaks for itself. */
  | { kind: 'edited'; documentId: string }

interface Head {
  documentId: string
  locale?: string | null
  publishedAt?: string | null
  contentHash: string | null
  lifecycle?: EnteLifecycle
}
interface StoredHead extends Head {
  id: number
  externalId?: string | null
  code?: string
  enteCode?: string | null
}

/** What the database remembers of rows of one list, by their key. */
export type Heads = ReadonlyMap<string, readonly Head[]>

export const headsOf = async (strapi: Core.Strapi, rows: readonly CheckedRow[]): Promise<Heads> => {
  const [first] = rows
  if (first === undefined) return new Map()
  const { list } = first
  const { uid, localized } = importedTypes[list]
  const ids = { $in: [...new Set(rows.map(({ id }) => id))] }
  // An export calls what was born in the panel by the id that the database gave it.
  const ofExport = new Set(list === 'enti' ? [] : rows.flatMap(({ format, id }) => (format === 'export' ? [id] : [])))
  const own = list === 'enti' ? ['code', 'lifecycle'] : ['externalId', 'enteCode']
  const called = ofExport.size === 0 ? { externalId: ids } : { $or: [{ externalId: ids }, { documentId: { $in: [...ofExport] } }] }
  const found = (await strapi.db.query(uid).findMany({
    select: ['id', 'documentId', 'contentHash', ...own, ...(localized ? ['locale', 'publishedAt'] : [])] as never,
    where: (list === 'enti' ? { code: ids } : called) as never,
  })) as StoredHead[]
  found.sort((a, b) => a.id - b.id)
  const heads = new Map<string, Head[]>()
  const put = (key: string, head: Head): void => void heads.set(key, [...(heads.get(key) ?? []), head])
  for (const head of found) if (ofExport.has(head.documentId)) put(keyOf(list, head.enteCode ?? null, head.documentId), head)
  for (const head of found) {
    const { documentId, enteCode } = head
    const id = head.code ?? head.externalId
    if (id == null || (id === documentId && ofExport.has(documentId))) continue
    const key = keyOf(list, list === 'enti' ? id : (enteCode ?? null), id)
    // Of two that came from one row, the first is it, as an export tells them apart: a copy is known by its own id.
    const known = heads.get(key)?.[0]
    if (known === undefined || known.documentId === documentId) put(key, head)
  }
  return heads
}

/** How the database stands to a row of a file, by hashes alone: clocks and panels may touch a document without changing it. */
export const standingOf = async (strapi: Core.Strapi, row: CheckedRow, document: Document, known?: Heads): Promise<Standing> => {
  const heads = (known ?? (await headsOf(strapi, [row]))).get(keyOf(row.list, row.ente, row.id)) ?? []
  const [first] = heads
  if (first === undefined) return { kind: 'new' }
  const { documentId } = first
  if (row.list === 'enti') {
    // Who takes part speaks for itself; who is only known and stands in a file of Enti takes part from now on.
    const takesPart = first.lifecycle !== 'known'
    if (row.format === 'ipa' && takesPart) return { kind: 'edited', documentId }
    if (row.format !== 'ipa' && row.data.lifecycle === undefined && !takesPart) return { kind: 'outdated', documentId }
  }
  const { localized } = importedTypes[row.list]
  const own = heads.filter((head) => !localized || head.locale === row.locale)
  if (own.length === 0) return { kind: 'new', documentId }
  const draft = own.find((head) => head.publishedAt == null)
  const published = own.find((head) => head.publishedAt != null)
  const standing = row.status === 'draft' ? [draft] : localized && published !== undefined ? [published] : own
  const wanted = contentHashOf(row, document)
  if (standing.every((head) => head?.contentHash === wanted)) return { kind: 'same', documentId }
  const stored = await storedVersions(strapi, row.list, documentId, row.locale)
  // A draft that says what is published is none of its own: it is written over.
  const aside = row.status === 'draft' ? stored.filter((version) => version.publishedAt == null) : stored
  const hash = fingerprint(row.list, document, row.locale, namedBy(row.list, document))
  const says = (version: StoredVersion): boolean => fingerprint(row.list, version, row.locale, namedBy(row.list, document)) === hash
  if (row.status === 'published' && (published !== undefined || !localized) && aside.every(says)) return { kind: 'same', documentId }
  // An export has a row for the published text and one for the text that is being written: each is compared with its own.
  const itsOwn = stored.filter((version) => !localized || (version.publishedAt == null) === (row.status === 'draft'))
  if (row.format === 'export' && itsOwn.length > 0 && itsOwn.every(says)) return { kind: 'same', documentId }
  const untouched = aside.every((version) => hashesOf(row.list, version, row.locale).has(withoutMark(version.contentHash)))
  const offSite = localized && row.status === 'published' && published === undefined && !isOfDraft(draft?.contentHash ?? null)
  return { kind: untouched && !offSite ? 'outdated' : 'edited', documentId }
}

interface StoredVersion extends Document {
  publishedAt?: string | null
  contentHash: string | null
}

/** The draft and the published version, as they are now. */
const storedVersions = async (strapi: Core.Strapi, list: ImportList, documentId: string, locale: Locale): Promise<StoredVersion[]> => {
  const { uid, localized, components, relations } = importedTypes[list]
  return (await strapi.db.query(uid).findMany({
    where: { documentId, ...(localized && { locale }) } as never,
    populate: [...Object.keys(components), ...relations] as never,
  })) as StoredVersion[]
}
