// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto'
import { isDeepStrictEqual } from 'node:util'
import type { Core, Modules } from '@strapi/strapi'
import { modelKinds, type ModelKind } from '@linea-comune/config'
import { publishes } from '../content/publishes'
import { currentActor } from '../tenancy/actor'
import { inChunks } from '../indexing/in-chunks'
import { table } from '../rows'
import { nameOfUser } from './people'
import { contentPopulate, contentTypes, latestVersion, modelTypes, toContent, type ContentRow } from './version-content'

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
      if (documentId !== undefined) await writeVersion(strapi, kind, documentId)
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
  const version = (latest?.version ?? 0) + 1
  const now = new Date().toISOString()
  await table(strapi, 'model-version').create({
    data: {
      modelId,
      kind,
      version,
      content,
      note: rows.find(({ locale }) => locale === 'it')?.changeNote ?? null,
      publishedOn: now,
      publishedBy: actor.kind === 'system' ? null : await nameOfUser(strapi, actor.userId),
    },
  })
  await propose(strapi, { kind, modelId, version, now })
}

interface NewVersion {
  kind: ModelKind
  modelId: string
  version: number
  now: string
}

/** One proposal to each document that follows the model; an older one that still waits gives way. */
const propose = async (strapi: Core.Strapi, { kind, modelId, version, now }: NewVersion): Promise<void> => {
  const followers = (await strapi.db.query(contentTypes[kind]).findMany({
    select: ['documentId', 'enteCode', 'modelVersion'] as never,
    where: { modelId, publishedAt: { $null: true }, modelVersion: { $lt: version } } as never,
  })) as unknown as { documentId: string; enteCode: string | null; modelVersion: number }[]
  const proposals = table(strapi, 'model-proposal')
  await proposals.updateMany({ where: { modelId, state: 'open' }, data: { state: 'superseded', decidedOn: now } })
  const documents = new Map(followers.map((follower) => [follower.documentId, follower]))
  for (const some of inChunks([...documents.values()]))
    await proposals.createMany({
      data: some.map(({ documentId, enteCode, modelVersion }) => ({
        proposalId: randomUUID(),
        kind,
        modelId,
        fromVersion: modelVersion,
        toVersion: version,
        enteCode,
        target: documentId,
        state: 'open',
        reason: null,
        decidedBy: null,
        decidedOn: null,
        createdOn: now,
      })),
    })
}
