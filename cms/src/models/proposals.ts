// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import type { PanelResponse, ProposalCard } from '@linea-comune/config'
import { decidesFor, type Caller } from '../panel/caller'
import { table, type ModelProposalRow } from '../rows'
import { asLine, differencesBetween } from './differences'
import { contentOf, titleOf } from './library'
import { nameEnti } from './people'
import { contentTypes, headingKey, versionOf } from './version-content'

/** Proposals that wait for the caller's Enti, or those that were decided, newest first. */
export const listProposals = async (strapi: Core.Strapi, caller: Caller, decided: boolean): Promise<ProposalCard[]> => {
  const rows = await table(strapi, 'model-proposal').findMany({
    where: {
      state: decided ? { $in: ['accepted', 'partly', 'declined'] } : 'open',
      enteCode: caller.enti === 'all' ? { $null: true } : { $in: [...caller.enti] },
    },
    orderBy: [{ createdOn: 'desc' }, { id: 'desc' }],
    limit: 200,
  })
  return Promise.all(rows.map((row) => toProposalCard(strapi, row)))
}

/** A proposal of another Ente is as unknown as one that never was; so is one about a document that another Ente has now. */
export const findProposal = async (strapi: Core.Strapi, caller: Caller, proposalId: string): Promise<ModelProposalRow> => {
  const row = await table(strapi, 'model-proposal').findOne({ where: { proposalId } })
  if (row === null || !decidesFor(caller, row.enteCode)) throw new errors.NotFoundError('Questa proposta non c’è.')
  const target = await rowsOfTarget(strapi, row)
  if (target.some(({ enteCode }) => enteCode !== row.enteCode)) throw new errors.NotFoundError('Questa proposta non c’è.')
  return row
}

export interface DraftRow extends Record<string, unknown> {
  locale: string
  enteCode: string | null
  publishedAt: string | null
  updatedAt: string
  modelVersion: number
  modelOmits: string[] | null
}

export const rowsOfTarget = async (strapi: Core.Strapi, { kind, target }: ModelProposalRow): Promise<DraftRow[]> => {
  const rows: unknown = await strapi.db.query(contentTypes[kind]).findMany({ where: { documentId: target }, orderBy: { id: 'asc' } })
  return rows as DraftRow[]
}

export const draftsOf = (rows: readonly DraftRow[]): DraftRow[] => rows.filter((row) => row.publishedAt === null)

/** Publishing takes the whole draft: with other changes waiting in it, these would go along unasked. */
export const publishedUnchanged = (rows: readonly DraftRow[]): string[] | null => {
  const published = rows.filter((row) => row.publishedAt !== null)
  const clean = published.every((row) => {
    const draft = rows.find((other) => other.publishedAt === null && other.locale === row.locale)
    return draft !== undefined && Date.parse(draft.updatedAt) <= Date.parse(row.updatedAt)
  })
  return published.length > 0 && clean ? published.map(({ locale }) => locale) : null
}

export const readProposal = async (strapi: Core.Strapi, caller: Caller, proposalId: string): Promise<PanelResponse<'readProposal'>> => {
  const row = await findProposal(strapi, caller, proposalId)
  const [from, to] = await Promise.all([contentOf(strapi, row.modelId, row.fromVersion), contentOf(strapi, row.modelId, row.toVersion)])
  const rows = await rowsOfTarget(strapi, row)
  const own = Object.fromEntries(draftsOf(rows).map((draft) => [draft.locale, draft]))
  return {
    ...(await toProposalCard(strapi, row)),
    differences: differencesBetween(row.kind, from, to, own),
    canPublishAtOnce: publishedUnchanged(rows) !== null,
    mayPublish: caller.may('publishContent'),
  }
}

export const toProposalCard = async (strapi: Core.Strapi, row: ModelProposalRow): Promise<ProposalCard> => {
  const { proposalId, kind, modelId, target, fromVersion, toVersion, enteCode, state, createdOn, decidedBy, decidedOn, reason } = row
  // What was decided before the document went to another Ente, or away, is called as the model calls it.
  const document = (await strapi.db
    .query(contentTypes[kind])
    .findOne({ where: { documentId: target, locale: 'it', enteCode } as never })) as Record<string, string> | null
  const version = await versionOf(strapi, modelId, toVersion)
  const names = enteCode === null ? null : await nameEnti(strapi, [enteCode])
  return {
    proposalId,
    kind,
    modelId,
    documentId: target,
    title: document === null ? (version === null ? '' : titleOf(version)) : asLine(document[headingKey[kind]]),
    ente: enteCode === null ? null : { code: enteCode, name: names?.get(enteCode) ?? enteCode },
    fromVersion,
    toVersion,
    state,
    note: version?.note ?? '',
    createdOn,
    decidedBy,
    decidedOn,
    reason,
  }
}
