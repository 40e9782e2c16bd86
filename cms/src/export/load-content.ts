// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { federationPrefix, importLists, isLocale, locales, type ImportList, type Locale, type RowStatus } from '@linea-comune/config'
import { fillFromModels } from '../models/follow-model'
import { importedTypes } from '../import/store/content-types'
import type { Document } from '../import/store/fingerprint'
import { leaderOf, toRow } from './to-row'

export interface Owner {
  /** Null is the federation. */
  code: string | null
  /** What is not published too: documents and changes that somebody is still writing. */
  drafts: boolean
}

export interface Exported {
  list: ImportList
  row: Record<string, unknown>
}

interface StoredVersion extends Document {
  documentId: string
  locale?: string | null
  publishedAt?: string | null
}

/** How a file calls each document of an owner: as the file it came from did, else by the id the database gave it. */
type Ids = ReadonlyMap<string, string>

/** Where relations lead. */
const targets: Record<string, ImportList> = {
  places: 'places',
  contactPoints: 'contactPoints',
  offices: 'offices',
  sheet: 'sheets',
}

const atOnce = 100

/** Everything that an owner wrote, row by row in an order that only depends on what it is. */
export const loadContent = async function* (
  strapi: Core.Strapi,
  { code, drafts }: Owner,
  warn: (sentence: string) => void,
): AsyncGenerator<Exported> {
  const own = await idsOfOwner(strapi, code)
  const shared = code === null ? new Map<ImportList, Ids>() : await idsOfOwner(strapi, null)
  const nameOf = (list: ImportList, documentId: string): string | undefined => {
    const ofFederation = shared.get(list)?.get(documentId)
    return own.get(list)?.get(documentId) ?? (ofFederation === undefined ? undefined : `${federationPrefix}${ofFederation}`)
  }
  for (const list of importLists) {
    const ids = own.get(list) ?? new Map<string, string>()
    const order = [...ids].sort(([, a], [, b]) => (a < b ? -1 : 1))
    for (let from = 0; from < order.length; from += atOnce) {
      const some = order.slice(from, from + atOnce)
      const versions = await loadVersions(
        strapi,
        list,
        some.map(([documentId]) => documentId),
      )
      for (const [documentId, id] of some) {
        const idsOf = (version: Document) => (relation: string) => linksOf(version[relation], relation, `${list} «${id}»`, nameOf, warn)
        for (const row of rowsOf(list, versions.get(documentId) ?? [], { id, ente: code, drafts, idsOf })) yield { list, row }
      }
    }
  }
}

/**
 * Two documents may have come from one, when somebody duplicated it in the panel: the second is known by its own id. So is one whose
 * file called it as another document is called by the database.
 */
const idsOfOwner = async (strapi: Core.Strapi, code: string | null): Promise<Map<ImportList, Ids>> => {
  const found = new Map<ImportList, Ids>()
  for (const list of importLists) {
    if (list === 'enti' && code === null) continue
    const { uid } = importedTypes[list]
    const rows = (await strapi.db.query(uid).findMany({
      select: ['documentId', list === 'enti' ? 'code' : 'externalId'] as never,
      where: (list === 'enti' ? { code } : { enteCode: code }) as never,
      orderBy: { id: 'asc' },
    })) as { documentId: string; code?: string; externalId?: string | null }[]
    const ids = new Map<string, string>()
    const taken = new Set<string>()
    const documentIds = new Set(rows.map(({ documentId }) => documentId))
    for (const { documentId, ...row } of rows) {
      if (ids.has(documentId)) continue
      const wanted = row.code ?? row.externalId ?? ''
      const id = wanted === '' || taken.has(wanted) || documentIds.has(wanted) ? documentId : wanted
      taken.add(id)
      ids.set(documentId, id)
    }
    found.set(list, ids)
  }
  return found
}

const loadVersions = async (
  strapi: Core.Strapi,
  list: ImportList,
  documentIds: readonly string[],
): Promise<Map<string, StoredVersion[]>> => {
  const { uid, components, relations } = importedTypes[list]
  const rows = (await strapi.db.query(uid).findMany({
    where: { documentId: { $in: [...documentIds] } } as never,
    populate: [...Object.keys(components), ...relations] as never,
  })) as StoredVersion[]
  const versions = new Map<string, StoredVersion[]>()
  for (const row of await withModels(strapi, list, rows)) versions.set(row.documentId, [...(versions.get(row.documentId) ?? []), row])
  return versions
}

/** What follows a model leaves with the texts that its pages show: elsewhere there is no model to follow. */
const withModels = async (strapi: Core.Strapi, list: ImportList, rows: StoredVersion[]): Promise<StoredVersion[]> =>
  list === 'sheets' || list === 'faqs'
    ? ((await fillFromModels(strapi, list === 'sheets' ? 'sheet' : 'faq', rows as never)) as unknown as StoredVersion[])
    : rows

interface DocumentFacts {
  id: string
  ente: string | null
  drafts: boolean
  idsOf: (version: Document) => (relation: string) => string[]
}

/** Of every language what is published, and what is being written where that differs. */
const rowsOf = (
  list: ImportList,
  versions: readonly StoredVersion[],
  { drafts, idsOf, ...facts }: DocumentFacts,
): Record<string, unknown>[] => {
  const [only] = versions
  if (only !== undefined && !importedTypes[list].localized)
    return [toRow(list, only, { ...facts, locale: 'it', status: 'published', leads: true, idsOf: idsOf(only) })]
  const of = (status: RowStatus): Map<Locale, StoredVersion> =>
    new Map(
      versions.flatMap((version): [Locale, StoredVersion][] =>
        isLocale(version.locale) && (version.publishedAt == null) === (status === 'draft') ? [[version.locale, version]] : [],
      ),
    )
  const published = of('published')
  const written = of('draft')
  const present = (version: StoredVersion, locale: Locale, status: RowStatus, leader: Locale | undefined) =>
    toRow(list, version, { ...facts, locale, status, leads: locale === leader, idsOf: idsOf(version) })
  const rows: Record<string, unknown>[] = []
  for (const locale of locales) {
    const reading = published.get(locale)
    const writing = drafts ? written.get(locale) : undefined
    const leader = leaderOf(locales, new Set(published.keys()))
    if (reading !== undefined) rows.push(present(reading, locale, 'published', leader))
    const differs =
      writing !== undefined &&
      (reading === undefined ||
        JSON.stringify(present(writing, locale, 'draft', leader)) !== JSON.stringify(present(reading, locale, 'draft', leader)))
    if (differs) rows.push(present(writing, locale, 'draft', leaderOf(locales, new Set(written.keys()))))
  }
  return rows
}

const linksOf = (
  value: unknown,
  relation: string,
  where: string,
  nameOf: (list: ImportList, documentId: string) => string | undefined,
  warn: (sentence: string) => void,
): string[] => {
  const list = targets[relation]
  if (list === undefined) return []
  return [value ?? []].flat().flatMap((target) => {
    const { documentId } = target as { documentId: string }
    const id = nameOf(list, documentId)
    if (id === undefined) warn(`${where}: un collegamento (${relation}) porta a un altro Ente, e resta fuori`)
    return id ?? []
  })
}
