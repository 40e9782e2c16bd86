// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import type { PanelResponse, ProposalCard } from '@linea-comune/config'
import { decidesFor, type Caller } from '../panel/caller'
import { table, type ModelProposalRow } from '../rows'
import { asLine } from './differences'
import { languagesOfEnti } from './languages'
import { titleOf } from './library'
import { addedLanguages, changesOf, contentsOf, type Offer } from './offer'
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

const rowsOfTarget = async (strapi: Core.Strapi, { kind, target }: ModelProposalRow): Promise<DraftRow[]> => {
  const rows: unknown = await strapi.db.query(contentTypes[kind]).findMany({ where: { documentId: target }, orderBy: { id: 'asc' } })
  return rows as DraftRow[]
}

const draftsOf = (rows: readonly DraftRow[]): DraftRow[] => rows.filter((row) => row.publishedAt === null)

/** Publishing takes the whole draft: with other changes waiting in it, these would go along unasked. */
export const publishedUnchanged = (rows: readonly DraftRow[]): string[] | null => {
  const published = rows.filter((row) => row.publishedAt !== null)
  const clean = published.every((row) => {
    const draft = rows.find((other) => other.publishedAt === null && other.locale === row.locale)
    return draft !== undefined && Date.parse(draft.updatedAt) <= Date.parse(row.updatedAt)
  })
  return published.length > 0 && clean ? published.map(({ locale }) => locale) : null
}

/** What a proposal means for its document as it is now, and every draft it would write, those of new languages too. */
export const weigh = async (strapi: Core.Strapi, proposal: ModelProposalRow) => {
  const { kind, modelId, fromVersion, toVersion, enteCode, state } = proposal
  const rows = await rowsOfTarget(strapi, proposal)
  // What was decided is shown from where the document stood then.
  const drafts = draftsOf(rows).map((row) => (state === 'open' ? row : { ...row, modelVersion: fromVersion }))
  const contents = await contentsOf(strapi, modelId, [toVersion, ...drafts.map(({ modelVersion }) => modelVersion)])
  const to = contents.get(toVersion)
  if (to === undefined) throw new errors.NotFoundError('Questa versione del modello non c’è.')
  const offer: Offer = { kind, to, contents }
  const spoken = enteCode === null ? 'all' : ((await languagesOfEnti(strapi, [enteCode])).get(enteCode) ?? [])
  const added = state === 'open' ? addedLanguages(offer, drafts, spoken) : []
  return { rows, drafts, added, offer, differences: [...drafts, ...added].flatMap((row) => changesOf(offer, row)) }
}

export const readProposal = async (strapi: Core.Strapi, caller: Caller, proposalId: string): Promise<PanelResponse<'readProposal'>> => {
  const proposal = await findProposal(strapi, caller, proposalId)
  const { rows, differences } = await weigh(strapi, proposal)
  return {
    ...(await toProposalCard(strapi, proposal)),
    differences,
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
