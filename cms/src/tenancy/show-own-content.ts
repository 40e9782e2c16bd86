// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core, Modules } from '@strapi/strapi'
import { currentActor } from './actor'
import { ofEnti } from './own-content'
import { tenantRelation, within } from './relation-targets'
import { isTenantType } from './tenant-types'

const reads: ReadonlySet<string> = new Set(['findOne', 'findMany', 'findFirst', 'count'])

interface Params {
  filters?: unknown
  populate?: unknown
}

/** A person reads the content of their own Enti, whatever a request asks for and whatever the role's conditions say. */
export const showOwnContent =
  (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware =>
  async (context, next) => {
    if (!isTenantType(context.uid) || !reads.has(context.action)) return next()
    const actor = await currentActor(strapi)
    if (actor.kind !== 'person') return next()
    const params = context.params as Params
    const asked = withinOwn(strapi, context.uid, params.filters, actor.enti)
    params.filters = isRecord(asked) ? { $and: [asked, ofEnti(actor.enti)] } : ofEnti(actor.enti)
    params.populate = populateWithinOwn(strapi, context.uid, params.populate, actor.enti)
    return next()
  }

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * A filter through a relation sees only what the person may read there: otherwise `$startsWith` spells out another's draft.
 * One key to an object, since Strapi merges the groups of neighbours and the last one wins.
 */
const withinOwn = (strapi: Core.Strapi, uid: string, filters: unknown, own: readonly string[]): unknown => {
  if (Array.isArray(filters)) return filters.map((inner) => withinOwn(strapi, uid, inner, own))
  if (!isRecord(filters)) return filters
  const parts = Object.entries(filters).map(([key, value]) => {
    if (key.startsWith('$')) return { [key]: withinOwn(strapi, uid, value, own) }
    const relation = tenantRelation(strapi, uid, key)
    const asksInside = isRecord(value) && Object.keys(value).some((inner) => !inner.startsWith('$') || isGroup(inner))
    if (relation === undefined || !asksInside) return { [key]: value }
    return { [key]: { $and: [withinOwn(strapi, relation.target, value, own), within(relation, own)] } }
  })
  return parts.length === 1 ? parts[0] : { $and: parts }
}

const isGroup = (operator: string): boolean => ['$and', '$or', '$not'].includes(operator)

/** The panel asks for relations as an object; nobody else reads as a person, so that other ways of asking get none. */
const populateWithinOwn = (strapi: Core.Strapi, uid: string, populate: unknown, own: readonly string[]): unknown => {
  if (!isRecord(populate)) return undefined
  return Object.fromEntries(
    Object.entries(populate).map(([name, value]) => {
      const relation = tenantRelation(strapi, uid, name)
      if (relation === undefined || value === false || (isRecord(value) && value.count === true)) return [name, value]
      const inner = isRecord(value) ? value : {}
      const asked = withinOwn(strapi, relation.target, inner.filters, own)
      return [
        name,
        {
          ...inner,
          filters: isRecord(asked) ? { $and: [asked, ofEnti(own)] } : ofEnti(own),
          ...(inner.populate !== undefined && { populate: populateWithinOwn(strapi, relation.target, inner.populate, own) }),
        },
      ]
    }),
  )
}
