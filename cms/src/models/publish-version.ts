// SPDX-License-Identifier: AGPL-3.0-or-later
import { isDeepStrictEqual } from 'node:util'
import type { Core, Modules } from '@strapi/strapi'
import { modelKinds, type ModelKind } from '@linea-comune/config'
import { publishes } from '../content/publishes'
import { currentActor } from '../tenancy/actor'
import { table } from '../rows'
import { nameOfUser } from './people'
import { propose } from './propose'
import { contentPopulate, latestVersion, modelTypes, toContent, type ContentRow } from './version-content'
import { withModel } from './with-model'

const kindOf = (uid: string): ModelKind | undefined => modelKinds.find((kind) => modelTypes[kind] === uid)

/** Publishing a model writes a version that never changes again, and proposes it to whoever follows an older one. */
export const publishVersion =
  (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware =>
  async (context, next) => {
    const kind = kindOf(context.uid)
    if (kind === undefined || !publishes(context)) return next()
    return strapi.db.transaction(async () => {
      const written = await next()
      const { documentId } = { ...(written as { documentId?: string } | null), ...(context.params as { documentId?: string }) }
      if (documentId !== undefined) await withModel(strapi, documentId, () => writeVersion(strapi, kind, documentId))
      return written
    })
  }

const writeVersion = async (strapi: Core.Strapi, kind: ModelKind, modelId: string): Promise<void> => {
  const rows = (await strapi.db.query(modelTypes[kind]).findMany({
    where: { documentId: modelId, publishedAt: { $notNull: true } },
    populate: [...contentPopulate[kind], ...(kind === 'sheet' ? ['localFields'] : [])] as never,
  })) as unknown as (ContentRow & { changeNote: string | null })[]
  const content = toContent(kind, rows)
  const latest = await latestVersion(strapi, modelId)
  if (latest !== null && isDeepStrictEqual(latest.content, content)) return
  const actor = await currentActor(strapi)
  const version = await table(strapi, 'model-version').create({
    data: {
      modelId,
      kind,
      version: (latest?.version ?? 0) + 1,
      content,
      note: rows.find(({ locale }) => locale === 'it')?.changeNote ?? null,
      publishedOn: new Date().toISOString(),
      publishedBy: actor.kind === 'system' ? null : await nameOfUser(strapi, actor.userId),
    },
  })
  await propose(strapi, version)
}
