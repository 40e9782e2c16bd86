// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core, Modules } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { currentActor } from './actor'
import { ofEnti } from './own-content'
import { targetOf, tenantTarget } from './relation-targets'
import { isGuardedType, isTenantType, isVocabulary } from './tenant-types'

const reads: ReadonlySet<string> = new Set(['findOne', 'findMany', 'findFirst', 'count'])

interface Params {
  filters?: unknown
  populate?: unknown
  sort?: unknown
}

/** A person reads the content of their own Enti, whatever a request asks for and whatever the role's conditions say. */
export const showOwnContent =
  (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware =>
  async (context, next) => {
    const { uid } = context
    if (!uid.startsWith('api::')) return next()
    const actor = await currentActor(strapi)
    if (actor.kind !== 'person') return next()
    const params = context.params as Params
    if (isRecord(params.populate)) params.populate = { ...params.populate, ...authorsByName(params.populate) }
    if (isVocabulary(uid) || !reads.has(context.action)) return next()
    if (!isGuardedType(uid)) {
      // The centre's: for an Ente's people there is nothing there.
      params.filters = { id: { $null: true } }
      return next()
    }
    refuseSortThroughRelations(strapi, uid, params.sort)
    const own = ofEnti(uid, actor.enti)
    const asked = withinOwn(strapi, uid, params.filters, actor.enti)
    params.filters = isRecord(asked) ? { $and: [asked, own] } : own
    params.populate = populateWithinOwn(strapi, uid, params.populate, actor.enti)
    return next()
  }

/** Who wrote a text may work for another Ente, or for the centre: their name says enough, what else is known of them is theirs. */
const authorsByName = (populate: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.keys(populate).flatMap((name) =>
      name === 'createdBy' || name === 'updatedBy' ? [[name, { fields: ['firstname', 'lastname'] }]] : [],
    ),
  )

/** An order by another document's text spells it out as a filter would. */
const refuseSortThroughRelations = (strapi: Core.Strapi, uid: string, sort: unknown): void => {
  for (const path of sortPaths(sort)) {
    const [name = ''] = path.split('.')
    const target = targetOf(strapi, uid, name)
    if (path.includes('.') && target !== undefined && !isVocabulary(target))
      throw new errors.ValidationError(`Non si può ordinare per «${path}».`)
  }
}

/** `a.b:desc,c`, lists of these, and objects: all that Strapi takes. */
const sortPaths = (sort: unknown): string[] => {
  if (typeof sort === 'string') return sort.split(',').map((part) => part.trim().split(':')[0] ?? '')
  if (Array.isArray(sort)) return sort.flatMap(sortPaths)
  if (!isRecord(sort)) return []
  return Object.entries(sort).flatMap(([name, inner]) => (isRecord(inner) ? sortPaths(inner).map((rest) => `${name}.${rest}`) : [name]))
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
    const target = targetOf(strapi, uid, key)
    const asksInside = isRecord(value) && Object.keys(value).some((inner) => !inner.startsWith('$') || isGroup(inner))
    if (target === undefined || isVocabulary(target) || !asksInside) return { [key]: value }
    // Who wrote it, and their roles and colleagues.
    if (!isTenantType(target)) return { id: { $null: true } }
    return { [key]: { $and: [withinOwn(strapi, target, value, own), ofEnti(target, own)] } }
  })
  return parts.length === 1 ? parts[0] : { $and: parts }
}

const isGroup = (operator: string): boolean => ['$and', '$or', '$not'].includes(operator)

/** The panel asks for relations as an object; nobody else reads as a person, so that other ways of asking get none. */
const populateWithinOwn = (strapi: Core.Strapi, uid: string, populate: unknown, own: readonly string[]): unknown => {
  if (!isRecord(populate)) return undefined
  return Object.fromEntries(
    Object.entries(populate).map(([name, value]) => {
      const target = tenantTarget(strapi, uid, name)
      if (target === undefined || value === false || (isRecord(value) && value.count === true)) return [name, value]
      const inner = isRecord(value) ? value : {}
      const asked = withinOwn(strapi, target, inner.filters, own)
      const ownThere = ofEnti(target, own)
      return [
        name,
        {
          ...inner,
          filters: isRecord(asked) ? { $and: [asked, ownThere] } : ownThere,
          ...(inner.populate !== undefined && { populate: populateWithinOwn(strapi, target, inner.populate, own) }),
        },
      ]
    }),
  )
}
