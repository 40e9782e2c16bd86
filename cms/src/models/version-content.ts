// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { modelFields, type ModelKind } from '@linea-comune/config'
import { table, type ModelVersionRow, type Stored } from '../rows'
import type { ModelTexts, VersionContent } from './model-content'

export const modelTypes = { sheet: 'api::model-sheet.model-sheet', faq: 'api::model-faq.model-faq' } as const
/** What an Ente has of each kind. */
export const contentTypes = { sheet: 'api::service-sheet.service-sheet', faq: 'api::faq.faq' } as const

export const headingKey: Record<ModelKind, 'title' | 'question'> = { sheet: 'title', faq: 'question' }

export const isBlank = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'string' ? value.trim() === '' : Array.isArray(value) && value.length === 0)

interface Coded {
  code: string
}
export interface ContentRow {
  locale: string
  categories?: Coded[]
  topics?: Coded[]
  lifeEvents?: Coded[]
  localFields?: { field: string; prompt: string | null }[]
  [field: string]: unknown
}

/** What the relations are populated with, to make a content of rows. */
export const contentPopulate: Record<ModelKind, string[]> = { sheet: ['categories', 'topics', 'lifeEvents'], faq: ['topics'] }

const textsOf = (kind: ModelKind, row: ContentRow): ModelTexts =>
  Object.fromEntries(
    modelFields[kind].flatMap(({ key }): [string, string | string[]][] => {
      const value = row[key]
      return isBlank(value) ? [] : [[key, value as string | string[]]]
    }),
  )

/** The texts of one document in all its languages; what languages share is the Italian row's. */
export const toContent = (kind: ModelKind, rows: readonly ContentRow[]): VersionContent => {
  const lead = rows.find(({ locale }) => locale === 'it') ?? rows[0]
  const codes = (terms: Coded[] | undefined): string[] => (terms ?? []).map(({ code }) => code).sort()
  return {
    texts: Object.fromEntries(rows.toSorted((a, b) => a.locale.localeCompare(b.locale)).map((row) => [row.locale, textsOf(kind, row)])),
    categories: codes(lead?.categories),
    topics: codes(lead?.topics),
    lifeEvents: codes(lead?.lifeEvents),
    localFields: (lead?.localFields ?? []).map(({ field, prompt }) => ({ field, prompt: prompt ?? '' })),
  }
}

export const latestVersion = async (strapi: Core.Strapi, modelId: string): Promise<Stored<ModelVersionRow> | null> => {
  const [latest] = await table(strapi, 'model-version').findMany({ where: { modelId }, orderBy: { version: 'desc' }, limit: 1 })
  return latest ?? null
}

export const versionOf = (strapi: Core.Strapi, modelId: string, version: number): Promise<Stored<ModelVersionRow> | null> =>
  table(strapi, 'model-version').findOne({ where: { modelId, version } })

/** The newest version of each model, or of those asked for. */
export const latestVersions = async (strapi: Core.Strapi, modelIds?: readonly string[]): Promise<Stored<ModelVersionRow>[]> => {
  const all = await table(strapi, 'model-version').findMany({
    ...(modelIds && { where: { modelId: { $in: [...modelIds] } } }),
    orderBy: { version: 'asc' },
  })
  return [...new Map(all.map((row) => [row.modelId, row])).values()]
}
