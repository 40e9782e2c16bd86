// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core, Modules } from '@strapi/strapi'
import { modelFields, type ModelKind } from '@linea-comune/config'
import { nameOfUser } from '../models/people'
import { contentTypes, modelTypes } from '../models/version-content'
import { currentActor } from '../tenancy/actor'
import { withDocument } from './with-document'

type Context = Modules.Documents.Middleware.Context
type Next = Parameters<Modules.Documents.Middleware.Middleware>[1]

/** Types that two people may write at once, and the labels of their texts. */
const labelsOf: Record<string, ModelKind> = {
  [contentTypes.sheet]: 'sheet',
  [contentTypes.faq]: 'faq',
  [modelTypes.sheet]: 'sheet',
  [modelTypes.faq]: 'faq',
}

interface Stored extends Record<string, unknown> {
  revision: number | null
  updatedAt: string
  updatedBy: { id: number } | null
}

/**
 * Each row counts how often it was written. The panel sends back the count it read: when somebody wrote meanwhile, nothing is
 * written, and the answer says who, when, and which texts differ.
 */
export const refuseStale =
  (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware =>
  async (context, next) => {
    const kind = labelsOf[context.uid]
    if (kind === undefined) return next()
    const params = context.params as { data?: Record<string, unknown>; documentId?: string; locale?: string }
    const { documentId } = params
    if (context.action === 'discardDraft' && documentId !== undefined)
      return withDocument(strapi, context.uid, documentId, () => countOn(strapi, context, documentId, next))
    if (context.action !== 'create' && context.action !== 'update') return next()
    const data = (params.data ??= {})
    if (context.action === 'create' || documentId === undefined) {
      data.revision = 1
      return next()
    }
    return withDocument(strapi, context.uid, documentId, async () => {
      const stored = (await strapi.db.query(context.uid).findOne({
        where: { documentId, locale: params.locale ?? 'it', publishedAt: { $null: true } },
        populate: ['updatedBy'],
      })) as Stored | null
      const current = stored?.revision ?? 1
      const read = data.revision
      if (stored !== null && typeof read === 'number' && read !== current && (await currentActor(strapi)).kind !== 'system')
        await refuse(strapi, kind, stored, data)
      data.revision = stored === null ? 1 : current + 1
      return next()
    })
  }

interface Counted {
  id: number
  locale: string
  revision: number | null
}

/** A discarded draft is written anew from the published version, with the count of that one: it would name two texts by one number. */
const countOn = async (strapi: Core.Strapi, { uid }: Context, documentId: string, next: Next): Promise<Awaited<ReturnType<Next>>> => {
  const query = strapi.db.query(uid)
  const drafts = async (): Promise<Counted[]> => {
    const rows: unknown = await query.findMany({ where: { documentId, publishedAt: { $null: true } } as never })
    return rows as Counted[]
  }
  const before = new Map((await drafts()).map((row) => [row.locale, row]))
  const written = await next()
  const actor = await currentActor(strapi)
  const updatedBy = actor.kind === 'system' || actor.userId === 0 ? undefined : actor.userId
  const { entries } = written as unknown as { entries: Counted[] }
  for (const row of await drafts()) {
    const old = before.get(row.locale)
    if (old === undefined || old.id === row.id) continue
    const revision = Math.max(old.revision ?? 1, row.revision ?? 1) + 1
    await query.updateMany({ where: { id: row.id }, data: { revision, updatedBy } as never })
    // The panel goes on with what it is answered.
    for (const entry of entries) if (entry.id === row.id) entry.revision = revision
  }
  return written
}

const refuse = async (strapi: Core.Strapi, kind: ModelKind, stored: Stored, sent: Record<string, unknown>): Promise<void> => {
  const differing = modelFields[kind].filter(({ key }) => key in sent && asText(sent[key]) !== asText(stored[key]))
  const by = stored.updatedBy === null ? '' : await nameOfUser(strapi, stored.updatedBy.id)
  strapi.requestContext
    .get()
    ?.throw(409, `${by === '' ? 'Qualcuno' : by} ha salvato questa pagina mentre la scrivevi: niente è andato perso.`, {
      details: {
        revision: stored.revision ?? 1,
        by,
        at: stored.updatedAt,
        fields: differing.map(({ key, label }) => ({ field: key, label, theirs: asText(stored[key]), yours: asText(sent[key]) })),
      },
    })
}

const asText = (value: unknown): string => (Array.isArray(value) ? value.join(' | ') : typeof value === 'string' ? value : '')
