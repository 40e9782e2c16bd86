// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { isTenantType, type TenantType } from './tenant-types'

/** Type that a relation leads to; undefined for every other attribute. */
export const targetOf = (strapi: Core.Strapi, uid: string, name: string): string | undefined => {
  const attribute = (strapi.getModel(uid as TenantType).attributes as Record<string, { type: string; target?: string } | undefined>)[name]
  return attribute?.type === 'relation' ? attribute.target : undefined
}

/** Type of Enti's content that a relation leads to; undefined for every other attribute. */
export const tenantTarget = (strapi: Core.Strapi, uid: string, name: string): TenantType | undefined => {
  const target = targetOf(strapi, uid, name)
  return target !== undefined && isTenantType(target) ? target : undefined
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

/**
 * A relation to another Ente's content would show its draft to whoever made it, and to everybody of the document's Ente: Strapi
 * checks no condition on what it populates. `owners` are those of the targets that may be linked; null is the federation.
 */
export const assertTargetsAllowed = async (
  strapi: Core.Strapi,
  uid: TenantType,
  data: Readonly<Record<string, unknown>>,
  owners: readonly (string | null)[],
): Promise<void> => {
  for (const [name, input] of Object.entries(data)) {
    const target = tenantTarget(strapi, uid, name)
    const wanted = target === undefined ? [] : [...new Set(targetsOf(input))]
    if (target === undefined || wanted.length === 0) continue
    const numbers = wanted.map(Number).filter((n) => Number.isInteger(n) && n <= largestId)
    const named = { $or: [{ documentId: { $in: wanted } }, { id: { $in: numbers } }] }
    const query = strapi.db.query(target)
    const rows = (await query.findMany({ select: ['id', 'documentId'], where: named as never })) as { id: number; documentId: string }[]
    const allowed = await query.count({ where: { $and: [named, { $or: owners.map((enteCode) => ({ enteCode })) }] } as never })
    // The same answer for what is not there, or it would tell what is.
    const found = new Set(rows.flatMap((row) => [String(row.id), row.documentId]))
    if (allowed < rows.length || wanted.some((one) => !found.has(one)))
      throw new errors.PolicyError('Puoi collegare solo contenuti dello stesso Ente.')
  }
}

interface Linked {
  enteCode: string | null
  name?: string
  title?: string
}

/** A document takes its links along when it moves: what they lead to must be the new owner's too, or the federation's. */
export const assertLinksAllowed = async (
  strapi: Core.Strapi,
  uid: TenantType,
  { documentId, enteCode }: { documentId: string; enteCode: string | null },
): Promise<void> => {
  const links = Object.keys(strapi.getModel(uid).attributes).filter((name) => tenantTarget(strapi, uid, name) !== undefined)
  if (links.length === 0) return
  const rows = (await strapi.db.query(uid).findMany({ where: { documentId }, populate: links })) as Record<string, unknown>[]
  const linked = rows.flatMap((row) => links.flatMap((name) => [row[name] ?? []].flat() as Linked[]))
  const left = linked.filter((target) => target.enteCode !== null && target.enteCode !== enteCode)
  if (left.length === 0) return
  const names = [...new Set(left.map(({ name, title }) => `«${name ?? title ?? ''}»`))]
  throw new errors.PolicyError(`Prima di spostare questa pagina togli i collegamenti a ${names.join(', ')}: sono di un altro Ente.`)
}
