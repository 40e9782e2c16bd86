// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core, Modules } from '@strapi/strapi'
import { modelKinds } from '@linea-comune/config'
import { table } from '../rows'
import { propose } from './propose'
import { contentTypes, latestVersion } from './version-content'
import { withModel } from './with-model'

/** One language of a document, as a draft. */
interface Standing {
  locale: string
  enteCode: string | null
  modelId: string | null
  modelVersion: number | null
}

/**
 * A proposal speaks of a document as it is. When that goes to another Ente, loses a language or is deleted, what waits is proposed
 * anew, or no more; when a draft that had accepted a version is discarded, that version is proposed again.
 */
export const keepProposals =
  (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware =>
  async (context, next) => {
    if (!modelKinds.some((kind) => contentTypes[kind] === context.uid) || !mayConcern(context)) return next()
    const { documentId: target } = context.params as { documentId: string }
    const standing = async (): Promise<Standing[]> => {
      const rows: unknown = await strapi.db.query(context.uid).findMany({
        select: ['locale', 'enteCode', 'modelId', 'modelVersion'] as never,
        where: { documentId: target, publishedAt: { $null: true } } as never,
      })
      return rows as Standing[]
    }
    return strapi.db.transaction(async () => {
      const modelId = (await standing()).find((row) => row.modelId !== null)?.modelId
      if (modelId == null) return next()
      return withModel(strapi, modelId, async () => {
        const before = await standing()
        const written = await next()
        await proposeAnew(strapi, { modelId, target, before, after: await standing() })
        return written
      })
    })
  }

const mayConcern = ({ action, params }: Modules.Documents.Middleware.Context): boolean =>
  action === 'delete' ||
  action === 'discardDraft' ||
  (action === 'update' && (params as { data?: { enteCode?: string | null } }).data?.enteCode !== undefined)

interface Change {
  modelId: string
  target: string
  before: readonly Standing[]
  after: readonly Standing[]
}

const proposeAnew = async (strapi: Core.Strapi, { modelId, target, before, after }: Change): Promise<void> => {
  const proposals = table(strapi, 'model-proposal')
  const was = new Map(before.map((row) => [row.locale, row]))
  const fallen = after.filter((row) => (row.modelVersion ?? 0) < (was.get(row.locale)?.modelVersion ?? 0))
  const changed = after.length !== before.length || after.some((row) => row.enteCode !== was.get(row.locale)?.enteCode)
  // What was accepted into drafts that are no more, in every language, was accepted for nothing.
  const newest = Math.max(0, ...after.map(({ modelVersion }) => modelVersion ?? 0))
  if (fallen.length > 0)
    await proposals.updateMany({
      where: { target, state: { $in: ['accepted', 'partly'] }, toVersion: { $gt: newest } },
      data: { state: 'superseded' },
    })
  const waits = changed && (await proposals.count({ where: { target, state: 'open' } })) > 0
  const latest = waits || fallen.length > 0 ? await latestVersion(strapi, modelId) : null
  if (latest !== null) await propose(strapi, latest, target)
}
