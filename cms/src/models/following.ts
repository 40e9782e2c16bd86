// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { modelFields, modelKinds, type LocalFieldKey, type ModelKind, type PanelResponse } from '@linea-comune/config'
import { inChunks } from '../indexing/in-chunks'
import { table } from '../rows'
import { ownKeys } from './differences'
import type { VersionContent } from './model-content'
import { contentTypes, isBlank } from './version-content'

export type Adoption = PanelResponse<'listModels'>[number]['mine'][number]

export interface FollowerRow {
  documentId: string
  enteCode: string | null
  locale: string
  modelId: string
  modelVersion: number
  publishedAt: string | null
  modelOmits?: string[] | null
  offices?: unknown[]
  [field: string]: unknown
}

/** Relations of so many are asked for at once: both databases limit how many values a query carries. */
const atOnce = 1000

/** Drafts and published versions of what follows models, in the default language, which every document has. */
export const followers = async (strapi: Core.Strapi, where: object): Promise<(FollowerRow & { kind: ModelKind })[]> => {
  const found: (FollowerRow & { kind: ModelKind })[] = []
  for (const kind of modelKinds) {
    for (let after = 0, last = atOnce; last === atOnce;) {
      const rows = (await strapi.db.query(contentTypes[kind]).findMany({
        where: { modelId: { $notNull: true }, locale: 'it', ...where, id: { $gt: after } } as never,
        orderBy: { id: 'asc' },
        limit: atOnce,
        ...(kind === 'sheet' && { populate: { offices: { select: ['id'] } } as never }),
      })) as unknown as (FollowerRow & { id: number })[]
      found.push(...rows.map((row) => ({ ...row, kind })))
      last = rows.length
      after = rows.at(-1)?.id ?? after
    }
  }
  return found
}

/** Keys of what the model asks its adopters for, and this one has not given. */
export const missingLocal = (row: Record<string, unknown>, content: VersionContent): LocalFieldKey[] =>
  content.localFields.map(({ field }) => field as LocalFieldKey).filter((field) => isBlank(row[field]))

const otherLabels: Record<string, string> = {
  offices: 'Uffici competenti',
  onlineUrl: 'Indirizzo del servizio online',
  bookingUrl: 'Indirizzo per prenotare',
}

/** As editors call it. */
export const labelOf = (kind: ModelKind, key: string): string =>
  modelFields[kind].find((field) => field.key === key)?.label ?? otherLabels[key] ?? key

const versionsOf = async (strapi: Core.Strapi, rows: readonly FollowerRow[]) => {
  const found = []
  for (const some of inChunks([...new Set(rows.map(({ modelId }) => modelId))]))
    found.push(...(await table(strapi, 'model-version').findMany({ where: { modelId: { $in: some } } })))
  return found
}

const openProposals = async (strapi: Core.Strapi, rows: readonly FollowerRow[]) => {
  const found = []
  for (const some of inChunks(rows.map(({ documentId }) => documentId)))
    found.push(...(await table(strapi, 'model-proposal').findMany({ where: { state: 'open', target: { $in: some } } })))
  return found
}

/** How each document stands to the version it follows. */
export const toAdoptions = async (
  strapi: Core.Strapi,
  rows: readonly (FollowerRow & { kind: ModelKind })[],
): Promise<(Adoption & { modelId: string })[]> => {
  const drafts = rows.filter((row) => row.publishedAt === null)
  const published = new Set(rows.filter((row) => row.publishedAt !== null).map((row) => row.documentId))
  const contents = new Map(
    (await versionsOf(strapi, drafts)).map(({ modelId, version, content }) => [`${modelId} ${String(version)}`, content]),
  )
  const proposals = new Map((await openProposals(strapi, drafts)).map(({ target, proposalId }) => [target, proposalId]))
  return drafts.flatMap((row) => {
    const content = contents.get(`${row.modelId} ${String(row.modelVersion)}`)
    if (content === undefined) return []
    const texts = content.texts.it ?? {}
    const own = ownKeys(row.kind, row, texts)
    const notShown = new Set([...own, ...(row.modelOmits ?? [])])
    return {
      modelId: row.modelId,
      enteCode: row.enteCode,
      documentId: row.documentId,
      version: row.modelVersion,
      published: published.has(row.documentId),
      own,
      inherited: Object.keys(texts).filter((key) => !notShown.has(key)),
      missing: missingLocal(row, content).map((key) => labelOf(row.kind, key)),
      proposalId: proposals.get(row.documentId) ?? null,
    }
  })
}
