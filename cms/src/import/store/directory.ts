// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { lifeEvents, serviceCategories, topics, type ImportList, type Locale } from '@linea-comune/config'
import { keyOf, type CheckedRow } from '../import-row'
import { importedTypes } from './content-types'
import { openEnti, type KnownEnte, type KnownEnti } from './enti'

type Vocabulary = 'topics' | 'categories' | 'lifeEvents'
const vocabularyTypes = {
  topics: 'api::topic.topic',
  categories: 'api::service-category.service-category',
  lifeEvents: 'api::life-event.life-event',
} as const
export const vocabularyTerms = { topics, categories: serviceCategories, lifeEvents } as const

/** What the database holds, and what this import has added to it or, in a dry run, would have. */
export interface Directory {
  enti: KnownEnti
  /** documentId of a vocabulary's term. */
  term(vocabulary: Vocabulary, code: string): string | undefined
  /** documentId of a document by its id in the files; with a language, only if it is there in it. */
  find(list: ImportList, ente: string | null, id: string, version?: Version): Promise<string | undefined>
  /** Codes of the Enti that have a document of that id. */
  owners(list: ImportList, id: string): Promise<(string | null)[]>
  add(row: CheckedRow, documentId: string): void
}

/** The version of a document that is pointed at: what is published may lead only to what is published too. */
type Version = Pick<CheckedRow, 'locale' | 'status'>

export const openDirectory = async (strapi: Core.Strapi): Promise<Directory> => {
  const enti = (await strapi.db
    .query('api::ente.ente')
    .findMany({ select: ['documentId', 'code', 'name', 'slug', 'province', 'languages', 'istatCode'] })) as KnownEnte[]
  const terms = new Map<string, string>()
  for (const [vocabulary, uid] of Object.entries(vocabularyTypes)) {
    const rows = (await strapi.db.query(uid).findMany({ select: ['documentId', 'code'] })) as { documentId: string; code: string }[]
    for (const row of rows) terms.set(`${vocabulary} ${row.code}`, row.documentId)
  }
  const added = new Map<string, { documentId: string; versions: Set<string> }>()
  const ownersAdded = new Map<string, Set<string | null>>()
  const nameOf = ({ locale, status }: Version): string => `${locale} ${status}`

  const stored = async (list: ImportList, id: string): Promise<StoredTarget[]> => {
    const { uid, localized } = importedTypes[list]
    const rows = (await strapi.db.query(uid).findMany({
      select: ['documentId', 'enteCode', ...(localized ? ['locale', 'publishedAt'] : [])] as never,
      // What was born in the panel is called in an export by the id that the database gave it.
      where: givenByDatabase.test(id) ? { $or: [{ externalId: id }, { documentId: id }] } : { externalId: id },
      orderBy: { id: 'asc' },
    })) as StoredTarget[]
    // One document of each owner, as `headsOf` tells a copy from what it was copied from.
    return rows.filter(({ documentId, enteCode }) => {
      const ofEnte = rows.filter((row) => row.enteCode === enteCode)
      return documentId === (ofEnte.find((row) => row.documentId === id) ?? ofEnte[0])?.documentId
    })
  }
  const remember = (list: ImportList, ente: string | null, id: string, documentId: string, versions: readonly string[]): void => {
    const key = keyOf(list, ente, id)
    const known = added.get(key) ?? { documentId, versions: new Set() }
    for (const version of versions) known.versions.add(version)
    added.set(key, known)
    ownersAdded.set(`${list} ${id}`, (ownersAdded.get(`${list} ${id}`) ?? new Set()).add(ente))
  }

  return {
    enti: openEnti(enti),
    term: (vocabulary, code) => terms.get(`${vocabulary} ${code}`),
    async find(list, ente, id, version) {
      const fits = (known: { documentId: string; versions: Set<string> } | undefined): string | undefined =>
        known !== undefined && (version === undefined || known.versions.has(nameOf(version))) ? known.documentId : undefined
      const key = keyOf(list, ente, id)
      const known = fits(added.get(key))
      if (known !== undefined) return known
      for (const row of await stored(list, id))
        if (row.enteCode === ente)
          // A published document has a draft as well.
          remember(list, ente, id, row.documentId, [
            nameOf({ locale: row.locale ?? 'it', status: row.publishedAt == null ? 'draft' : 'published' }),
          ])
      return fits(added.get(key))
    },
    async owners(list, id) {
      return [...new Set([...(ownersAdded.get(`${list} ${id}`) ?? []), ...(await stored(list, id)).map((row) => row.enteCode)])]
    },
    add({ list, ente, id, locale, status }, documentId) {
      if (pointedAt.has(list))
        remember(
          list,
          ente,
          id,
          documentId,
          status === 'published' ? statuses.map((s) => nameOf({ locale, status: s })) : [nameOf({ locale, status })],
        )
    },
  }
}

const givenByDatabase = /^[a-z0-9]{24}$/
const statuses = ['published', 'draft'] as const
/** Only these are looked for again: nothing points at a FAQ. */
const pointedAt: ReadonlySet<ImportList> = new Set(['places', 'contactPoints', 'offices', 'sheets'])

interface StoredTarget {
  documentId: string
  enteCode: string | null
  locale?: Locale
  publishedAt?: string | null
}
