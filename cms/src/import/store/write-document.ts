// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { defaultLocale, type EnteLifecycle } from '@linea-comune/config'
import type { CheckedRow } from '../import-row'
import { importedTypes } from './content-types'
import { namedBy, type Document } from './fingerprint'
import { standingOf, type Standing } from './stored-document'

/** Strapi wants null for an emptied field, and no nulls inside components, where a pattern would refuse them. */
const toData = (document: Document, names: readonly string[], components: Readonly<Record<string, readonly string[]>>): Document => {
  const part = (value: unknown): unknown =>
    Array.isArray(value)
      ? value.map(part)
      : typeof value === 'object' && value !== null
        ? Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined && inner !== null))
        : (value ?? null)
  return Object.fromEntries(names.map((name) => [name, name in components ? (part(document[name]) ?? null) : (document[name] ?? null)]))
}

/**
 * Writes one row in one transaction; what it leaves for the index is in it. How the database stands is asked again inside:
 * another import may have brought the same row meanwhile. Answers with how it stood.
 */
export const writeDocument = async (strapi: Core.Strapi, row: CheckedRow, document: Document, contentHash: string): Promise<Standing> =>
  strapi.db.transaction(async ({ trx }) => {
    await oneAtATime(strapi, trx as RawQueries)
    const standing = await standingOf(strapi, row, document)
    if (standing.kind === 'same' || standing.kind === 'edited') return standing
    return { ...standing, documentId: await write(strapi, row, document, contentHash, standing.documentId) }
  })

interface RawQueries {
  raw(sql: string): unknown
}

/** SQLite's transactions take the write lock when they begin (config/database.ts); PostgreSQL's have to ask for one. Any number will do, as long as it stays. */
const oneAtATime = async (strapi: Core.Strapi, trx: RawQueries): Promise<void> => {
  if (strapi.db.dialect.client === 'postgres') await trx.raw('select pg_advisory_xact_lock(7461302)')
}

const write = async (
  strapi: Core.Strapi,
  row: CheckedRow,
  document: Document,
  contentHash: string,
  documentId?: string,
): Promise<string> => {
  const type = importedTypes[row.list]
  const leads = row.locale === defaultLocale || documentId === undefined
  const names = [
    ...type.values,
    ...(leads ? type.shared : []),
    ...namedBy(row.list, document),
    ...Object.keys(type.components),
    ...type.relations,
  ]
  const data: Document = {
    ...(leads ? {} : await sharedValues(strapi, row, documentId)),
    ...toData(document, names, type.components),
    contentHash,
    ...(row.list === 'enti' ? { code: row.id, ...(await lifecycleOf(strapi, row, document)) } : { externalId: row.id, enteCode: row.ente }),
  }
  // Empty repeatable components are lists, not null.
  for (const name of Object.keys(type.components)) if (data[name] === null && name !== 'address') data[name] = []
  const params = { data: data as never, ...(type.localized && { locale: row.locale, status: row.status }) }
  const documents = strapi.documents(type.uid)
  if (documentId === undefined) return (await documents.create(params)).documentId
  await documents.update({ documentId, ...params })
  return documentId
}

/** A translation says again what all languages share: Strapi gives what it writes of it to the drafts of the others. */
const sharedValues = async (strapi: Core.Strapi, row: CheckedRow, documentId: string): Promise<Document> => {
  const { uid, shared } = importedTypes[row.list]
  if (shared.length === 0) return {}
  const publishedAt = row.status === 'draft' ? { $null: true } : { $notNull: true }
  const known = (await strapi.db.query(uid).findOne({
    select: [...shared] as never,
    where: { documentId, locale: defaultLocale, publishedAt } as never,
  })) as Document | null
  return known === null ? {} : Object.fromEntries(shared.map((name) => [name, known[name]]))
}

/** Whoever writes an Ente into a file of Enti means that it takes part; once it does, the panel decides. */
const lifecycleOf = async (strapi: Core.Strapi, row: CheckedRow, document: Document): Promise<Document> => {
  if (document.lifecycle !== undefined) return {}
  const query = { select: ['lifecycle' as const], where: { code: row.id } }
  const known = (await strapi.db.query('api::ente.ente').findOne(query)) as { lifecycle: EnteLifecycle } | null
  return known === null || known.lifecycle === 'known' ? { lifecycle: 'active' } : {}
}
