// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core, Modules } from '@strapi/strapi'
import { modelFields, type ModelKind } from '@linea-comune/config'
import { nameOfUser } from '../models/people'
import { contentTypes, modelTypes } from '../models/version-content'
import { currentActor } from '../tenancy/actor'

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
    if (kind === undefined || (context.action !== 'create' && context.action !== 'update')) return next()
    const params = context.params as { data?: Record<string, unknown>; documentId?: string; locale?: string }
    const data = (params.data ??= {})
    const { documentId } = params
    if (context.action === 'create' || documentId === undefined) {
      data.revision = 1
      return next()
    }
    return strapi.db.transaction(async () => {
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
