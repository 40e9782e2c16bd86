// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { isTenantType, type TenantType } from './tenant-types'

/** Relations that may also lead to the federation's content: a question of one Ente may be about a service that all share. */
const alsoToFederation: ReadonlySet<string> = new Set(['api::faq.faq/sheet'])

interface Relation {
  target: TenantType
  /** Whether content without an Ente may be pointed at. */
  federation: boolean
}

/** A relation of a type that leads to content of Enti; undefined for every other attribute. */
export const tenantRelation = (strapi: Core.Strapi, uid: string, name: string): Relation | undefined => {
  const attribute = (strapi.getModel(uid as TenantType).attributes as Record<string, { type: string; target?: string }>)[name]
  const target = attribute?.type === 'relation' ? attribute.target : undefined
  return target !== undefined && isTenantType(target) ? { target, federation: alsoToFederation.has(`${uid}/${name}`) } : undefined
}

/** What an editor may point at through a relation. */
export const within = ({ federation }: Relation, own: readonly string[]): object => {
  const ofOwn = { enteCode: { $in: [...own] } }
  return federation ? { $or: [ofOwn, { enteCode: { $null: true } }] } : ofOwn
}

/** Strapi takes a documentId, a row's number, an object with either, lists of them, and `connect` or `set` around all that. */
const targetsOf = (input: unknown): string[] => {
  if (typeof input === 'string' || typeof input === 'number') return [String(input)]
  if (Array.isArray(input)) return input.flatMap(targetsOf)
  if (typeof input !== 'object' || input === null) return []
  const { connect, set, id, documentId } = input as Record<string, unknown>
  return [connect, set, id, documentId].flatMap(targetsOf)
}

const largestId = 2 ** 31 - 1

/** A relation to another Ente's content would show its draft to whoever made it: Strapi checks no condition on what it populates. */
export const assertTargetsAllowed = async (
  strapi: Core.Strapi,
  uid: TenantType,
  data: Readonly<Record<string, unknown>>,
  own: readonly string[],
): Promise<void> => {
  for (const [name, input] of Object.entries(data)) {
    const relation = tenantRelation(strapi, uid, name)
    const targets = relation === undefined ? [] : [...new Set(targetsOf(input))]
    if (relation === undefined || targets.length === 0) continue
    const numbers = targets.map(Number).filter((n) => Number.isInteger(n) && n <= largestId)
    const named = { $or: [{ documentId: { $in: targets } }, { id: { $in: numbers } }] }
    const query = strapi.db.query(relation.target)
    const rows = (await query.findMany({ select: ['id', 'documentId'], where: named as never })) as { id: number; documentId: string }[]
    const allowed = await query.count({ where: { $and: [named, within(relation, own)] } as never })
    // The same answer for what is not there, or it would tell what is.
    const found = new Set(rows.flatMap((row) => [String(row.id), row.documentId]))
    if (allowed < rows.length || targets.some((target) => !found.has(target)))
      throw new errors.ForbiddenError('Puoi collegare solo contenuti del tuo Ente.')
  }
}
