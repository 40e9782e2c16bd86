// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { currentActor } from './actor'
import { ofEnti } from './own-content'
import { tenantTypes } from './tenant-types'

interface Counts {
  draft: number
  published: number
  modified: number
}

interface Row {
  documentId: string
  publishedAt?: string | null
  updatedAt: string
}

interface HomepageService {
  getCountDocuments(): Promise<Counts>
}

/** What the panel's first page counts: Strapi counts over all Enti. */
export const countDocuments = async (strapi: Core.Strapi): Promise<{ data: Counts }> => {
  const actor = await currentActor(strapi)
  if (actor.kind !== 'person') {
    const service = strapi.plugin('content-manager').service('homepage') as unknown as HomepageService
    return { data: await service.getCountDocuments() }
  }
  const counts: Counts = { draft: 0, published: 0, modified: 0 }
  for (const uid of tenantTypes) {
    const drafts = strapi.contentType(uid).options?.draftAndPublish === true
    const rows = (await strapi.db.query(uid).findMany({
      select: ['documentId', 'updatedAt', ...(drafts ? ['publishedAt'] : [])],
      where: ofEnti(uid, actor.enti),
    })) as Row[]
    const documents = new Map<string, Row[]>()
    for (const row of rows) documents.set(row.documentId, [...(documents.get(row.documentId) ?? []), row])
    for (const versions of documents.values()) counts[drafts ? stateOf(versions) : 'published']++
  }
  return { data: counts }
}

/** As Strapi says it: modified when the newest draft is not of the same instant as the newest published version. */
const stateOf = (versions: Row[]): keyof Counts => {
  const newest = (rows: Row[]): number => Math.max(...rows.map((row) => Date.parse(row.updatedAt)))
  const published = versions.filter((row) => row.publishedAt != null)
  if (published.length === 0) return 'draft'
  return newest(published) === newest(versions.filter((row) => row.publishedAt == null)) ? 'published' : 'modified'
}
