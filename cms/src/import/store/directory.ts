// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { lifeEvents, serviceCategories, topics, type ImportList, type Locale } from '@linea-comune/config'
import { keyOf } from '../import-row'
import { importedTypes } from './content-types'

interface KnownEnte {
  documentId: string
  code: string
  name: string
  slug: string
  province: string | null
  languages: readonly string[] | null
}

type Vocabulary = 'topics' | 'categories' | 'lifeEvents'
const vocabularyTypes = {
  topics: 'api::topic.topic',
  categories: 'api::service-category.service-category',
  lifeEvents: 'api::life-event.life-event',
} as const
export const vocabularyTerms = { topics, categories: serviceCategories, lifeEvents } as const

/** What the database holds, and what this import has added to it or, in a dry run, would have. */
export interface Directory {
  enti: Map<string, KnownEnte>
  /** documentId of a vocabulary's term. */
  term(vocabulary: Vocabulary, code: string): string | undefined
  /** documentId of a document by its id in the files; with a language, only if it is published in it. */
  find(list: ImportList, ente: string | null, id: string, locale?: Locale): Promise<string | undefined>
  /** Codes of the Enti that have a document of that id. */
  owners(list: ImportList, id: string): Promise<(string | null)[]>
  add(list: ImportList, ente: string | null, id: string, documentId: string, locale: Locale): void
}

export const openDirectory = async (strapi: Core.Strapi): Promise<Directory> => {
  const enti = (await strapi.db
    .query('api::ente.ente')
    .findMany({ select: ['documentId', 'code', 'name', 'slug', 'province', 'languages'] })) as KnownEnte[]
  const terms = new Map<string, string>()
  for (const [vocabulary, uid] of Object.entries(vocabularyTypes)) {
    const rows = (await strapi.db.query(uid).findMany({ select: ['documentId', 'code'] })) as { documentId: string; code: string }[]
    for (const row of rows) terms.set(`${vocabulary} ${row.code}`, row.documentId)
  }
  const added = new Map<string, { documentId: string; locales: Set<Locale> }>()
  const ownersAdded = new Map<string, Set<string | null>>()

  const stored = async (
    list: ImportList,
    id: string,
  ): Promise<{ documentId: string; enteCode: string | null; locale?: string | null }[]> => {
    const { uid, localized } = importedTypes[list]
    return (await strapi.db.query(uid).findMany({
      select: ['documentId', 'enteCode', ...(localized ? ['locale'] : [])] as never,
      where: { externalId: id, ...(localized && { publishedAt: { $notNull: true } }) },
    })) as { documentId: string; enteCode: string | null; locale?: string | null }[]
  }

  return {
    enti: new Map(enti.map((ente) => [ente.code, ente])),
    term: (vocabulary, code) => terms.get(`${vocabulary} ${code}`),
    async find(list, ente, id, locale) {
      const known = added.get(keyOf(list, ente, id))
      if (known !== undefined && (locale === undefined || known.locales.has(locale))) return known.documentId
      const rows = await stored(list, id)
      return rows.find((row) => row.enteCode === ente && (locale === undefined || row.locale === locale))?.documentId
    },
    async owners(list, id) {
      return [...new Set([...(ownersAdded.get(`${list} ${id}`) ?? []), ...(await stored(list, id)).map((row) => row.enteCode)])]
    },
    add(list, ente, id, documentId, locale) {
      const key = keyOf(list, ente, id)
      const known = added.get(key) ?? { documentId, locales: new Set() }
      known.locales.add(locale)
      added.set(key, known)
      const owners = ownersAdded.get(`${list} ${id}`) ?? new Set()
      ownersAdded.set(`${list} ${id}`, owners.add(ente))
    },
  }
}
