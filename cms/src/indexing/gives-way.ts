// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { defaultLocale, type ModelKind } from '@linea-comune/config'
import { contentTypes } from '../models/version-content'
import { stillValid } from './still-valid'
import { inChunks } from './in-chunks'

interface Place {
  documentId: string
  slug?: string | null
  modelId?: string | null
}

const sharing = (kind: ModelKind, rows: readonly Place[]): object[] => {
  const slugs = kind === 'sheet' ? rows.flatMap(({ slug }) => slug ?? []) : []
  const modelIds = rows.flatMap(({ modelId }) => modelId ?? [])
  return [...(slugs.length > 0 ? [{ slug: { $in: slugs } }] : []), ...(modelIds.length > 0 ? [{ modelId: { $in: modelIds } }] : [])]
}

const published = { publishedAt: { $notNull: true } }

/**
 * Codes of the Enti that have published their own in the place of the federation's: at the same address, or following the same
 * model. By documentId of the federation's. An Ente's own counts when every citizen can read it: in the default language, which all
 * others fall back on, and for as long as it holds.
 */
export const replacedBy = async (strapi: Core.Strapi, kind: ModelKind, federation: readonly Place[]): Promise<Map<string, string[]>> => {
  const codes = new Map<string, Set<string>>(federation.map(({ documentId }) => [documentId, new Set()]))
  const alternatives = sharing(kind, federation)
  if (alternatives.length === 0) return new Map()
  const own = (await strapi.db.query(contentTypes[kind]).findMany({
    select: ['enteCode', ...(kind === 'sheet' ? ['slug'] : []), 'modelId'] as never,
    where: {
      $and: [{ $or: alternatives }, ...(kind === 'faq' ? [stillValid()] : [])],
      enteCode: { $notNull: true },
      locale: defaultLocale,
      ...published,
    } as never,
  })) as unknown as (Omit<Place, 'documentId'> & { enteCode: string })[]
  for (const place of federation)
    for (const { enteCode, slug, modelId } of own)
      if ((slug != null && slug === place.slug) || (modelId != null && modelId === place.modelId))
        codes.get(place.documentId)?.add(enteCode)
  return new Map([...codes].map(([documentId, set]) => [documentId, [...set].sort()]))
}

/** documentIds of the federation's that give way, or did, to some documents of Enti: also to those that hold no longer. */
export const inThePlaceOf = async (strapi: Core.Strapi, kind: ModelKind, documentIds: readonly string[]): Promise<string[]> => {
  const found: string[] = []
  for (const some of inChunks(documentIds)) {
    const rows = (await strapi.db.query(contentTypes[kind]).findMany({
      select: ['documentId', ...(kind === 'sheet' ? ['slug'] : []), 'modelId'] as never,
      where: { documentId: { $in: some }, enteCode: { $notNull: true }, ...published } as never,
    })) as unknown as Place[]
    const alternatives = sharing(kind, rows)
    if (alternatives.length === 0) continue
    const federation = (await strapi.db.query(contentTypes[kind]).findMany({
      select: ['documentId'],
      where: { $or: alternatives, enteCode: { $null: true }, ...published } as never,
    })) as { documentId: string }[]
    found.push(...federation.map(({ documentId }) => documentId))
  }
  return [...new Set(found)]
}
