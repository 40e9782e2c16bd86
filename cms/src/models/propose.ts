// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto'
import type { Core } from '@strapi/strapi'
import type { ModelKind } from '@linea-comune/config'
import { inChunks } from '../indexing/in-chunks'
import { table, type ModelVersionRow } from '../rows'
import { languagesOfEnti } from './languages'
import { addedLanguages, changesOf, contentsOf, type Offer, type OfferRow } from './offer'
import { contentTypes } from './version-content'

interface FollowingRow extends OfferRow {
  id: number
  documentId: string
  enteCode: string | null
  publishedAt: string | null
}

/**
 * Proposes a version to each document that follows an older one, or to the one asked for; a proposal that still waits gives way. Who
 * would read the same texts is not asked: there is nothing to decide, and the document goes on with the new version.
 */
export const propose = async (strapi: Core.Strapi, version: ModelVersionRow, target?: string): Promise<void> => {
  const { kind, modelId, content } = version
  const now = new Date().toISOString()
  const rows = (await strapi.db.query(contentTypes[kind]).findMany({
    select: ['id', 'documentId', 'enteCode', 'locale', 'modelVersion', 'publishedAt'] as never,
    where: { modelId, modelVersion: { $notNull: true }, ...(target !== undefined && { documentId: target }) } as never,
    orderBy: { id: 'asc' },
  })) as unknown as FollowingRow[]
  const older = rows.filter(({ modelVersion }) => modelVersion < version.version)
  const offer: Offer = {
    kind,
    to: content,
    contents: await contentsOf(
      strapi,
      modelId,
      older.map(({ modelVersion }) => modelVersion),
    ),
  }
  const languages = await languagesOfEnti(
    strapi,
    older.flatMap(({ enteCode }) => enteCode ?? []),
  )
  const draftsOf = draftsByDocument(rows)
  const asked: FollowingRow[] = []
  for (const lead of leads(older)) {
    const drafts = draftsOf.get(lead.documentId) ?? []
    const spoken = lead.enteCode === null ? 'all' : (languages.get(lead.enteCode) ?? [])
    if ([...drafts, ...addedLanguages(offer, drafts, spoken)].some((row) => changesOf(offer, row).length > 0)) asked.push(lead)
  }
  const waits = new Set(asked.map(({ documentId }) => documentId))
  const silent = older.filter((row) => !waits.has(row.documentId) && changesOf(offer, row).length === 0)
  await follow(strapi, kind, silent, version.version)

  const proposals = table(strapi, 'model-proposal')
  await proposals.updateMany({
    where: { modelId, state: 'open', ...(target !== undefined && { target }) },
    data: { state: 'superseded', decidedOn: now },
  })
  for (const some of inChunks(asked))
    await proposals.createMany({
      data: some.map(({ documentId, enteCode, modelVersion }) => ({
        proposalId: randomUUID(),
        kind,
        modelId,
        fromVersion: modelVersion,
        toVersion: version.version,
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

/** Thousands may follow one model: each row is looked at once. */
const draftsByDocument = (rows: readonly FollowingRow[]): Map<string, FollowingRow[]> => {
  const drafts = new Map<string, FollowingRow[]>()
  for (const row of rows) {
    if (row.publishedAt !== null) continue
    const known = drafts.get(row.documentId)
    if (known === undefined) drafts.set(row.documentId, [row])
    else known.push(row)
  }
  return drafts
}

/** Of each document the draft that follows the oldest version. */
const leads = (rows: readonly FollowingRow[]): FollowingRow[] => {
  const drafts = rows.filter(({ publishedAt }) => publishedAt === null).toSorted((a, b) => b.modelVersion - a.modelVersion)
  return [...new Map(drafts.map((row) => [row.documentId, row])).values()]
}

/** `updateMany` leaves the date of the last change alone: no text has changed, and a page without other changes stays so. */
const follow = async (strapi: Core.Strapi, kind: ModelKind, rows: readonly FollowingRow[], modelVersion: number): Promise<void> => {
  for (const some of inChunks(rows))
    await strapi.db
      .query(contentTypes[kind])
      .updateMany({ where: { id: { $in: some.map(({ id }) => id) } }, data: { modelVersion } as never })
}
