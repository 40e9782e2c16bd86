// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { actorMay, currentActor } from '../tenancy/actor'
import { assertOwned, ofEnti } from '../tenancy/own-content'
import { targetOf } from '../tenancy/relation-targets'
import { isGuardedType, isTenantType, isVocabulary } from '../tenancy/tenant-types'

interface Context {
  params?: Record<string, string>
  request: { query: Record<string, unknown>; body?: unknown }
}

/** For the panel's routes that read the database past the Document Service, where `show-own-content.ts` cannot see them. */
export default async (context: Context, _config: unknown, { strapi }: { strapi: Core.Strapi }): Promise<true> => {
  if (!(await isOwn(strapi, context))) throw new errors.PolicyError('Il tuo ruolo non lo permette.')
  return true
}

const isOwn = async (strapi: Core.Strapi, context: Context): Promise<boolean> => {
  if (context.params?.targetField !== undefined) keepToWhatPickersAsk(context.request.query)
  const actor = await currentActor(strapi)
  if (actor.kind !== 'person') return true
  if (!actorMay(actor, 'writeContent')) return false
  const { params = {}, request } = context
  const { query } = request
  const body = (request.body ?? {}) as Record<string, unknown>
  const named = [params.model, params.contentType, params.uid, body.model, body.contentTypeUID, query.contentType].filter(isText)
  const [model] = named
  if (model === undefined) return true
  // Two names in one request would be checked by one and served by the other.
  if (new Set(named).size > 1) return false
  if (isVocabulary(model)) return true
  if (!isGuardedType(model)) return false

  if (params.targetField !== undefined) {
    const target = targetOf(strapi, model, params.targetField) ?? ''
    if (isTenantType(target)) {
      const rows = (await strapi.db.query(target).findMany({
        select: ['documentId'],
        where: ofEnti(target, actor.enti) as never,
      })) as { documentId: string }[]
      // Strapi parses a query string once, so that the controller reads what is written here. By documentId, since it takes out
      // filters on columns that a role may not read, and `enteCode` is one.
      query.filters = { $and: [query.filters ?? {}, { documentId: { $in: [...new Set(rows.map((row) => row.documentId))] } }] }
    } else if (!isVocabulary(target)) return false
  }

  const documentIds = [
    ...[params.id, params.sourceId, params.documentId, query.id, query.documentId, query.documentIds],
    ...[body.documentId, body.documentIds],
  ].flatMap(textsIn)
  if (documentIds.length > 0) await assertOwned(strapi, model, { documentId: { $in: documentIds } }, actor.enti)
  if (body.id != null) await assertOwned(strapi, model, { id: rowId(body.id) }, actor.enti)
  return true
}

/**
 * Strapi hands the rest of this query to the database as it is: by `populate` it would answer the author of a text with their
 * colleagues, passwords and tokens. Measured on 5.54.0.
 */
const keepToWhatPickersAsk = (query: Record<string, unknown>): void => {
  for (const name of Object.keys(query)) if (!askedByPickers.has(name)) Reflect.deleteProperty(query, name)
}
const askedByPickers: ReadonlySet<string> = new Set([
  ...['_q', '_filter', 'page', 'pageSize', 'id', 'idsToOmit', 'idsToInclude', 'locale', 'status'],
])

const isText = (value: unknown): value is string => typeof value === 'string'

/** Lists come from a query string as arrays, or as objects when they are long. */
const textsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

const rowId = (value: unknown): number => {
  const id = Number(value)
  if (!Number.isSafeInteger(id)) throw new errors.ForbiddenError()
  return id
}
