// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import type { ModelKind } from '@linea-comune/config'
import type { VersionContent } from './model-content'

const vocabularies = {
  categories: 'api::service-category.service-category',
  topics: 'api::topic.topic',
  lifeEvents: 'api::life-event.life-event',
} as const
const ofKind: Record<ModelKind, readonly (keyof typeof vocabularies)[]> = { sheet: ['categories', 'topics', 'lifeEvents'], faq: ['topics'] }

/** documentIds of the terms that a version names by code, by relation. */
export const termsOf = async (strapi: Core.Strapi, kind: ModelKind, content: VersionContent): Promise<Record<string, string[]>> => {
  const terms: Record<string, string[]> = {}
  for (const name of ofKind[kind]) {
    const rows = await strapi.db.query(vocabularies[name]).findMany({ select: ['documentId'], where: { code: { $in: content[name] } } })
    terms[name] = (rows as { documentId: string }[]).map(({ documentId }) => documentId)
  }
  return terms
}
