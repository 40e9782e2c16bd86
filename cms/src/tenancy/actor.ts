// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { chosenEnteHeader, roleMay, roleOfCode, roles, rolesThatCount, type Permission, type Role } from '@linea-comune/config'

/** Who is at work: our own code, the administrator of the centre, or a person with roles, of some Enti or of none. */
export type Actor = { kind: 'system' } | { kind: 'administrator'; userId: number } | Person

interface Person {
  kind: 'person'
  userId: number
  enti: readonly string[]
  roles: readonly Role[]
}

interface RequestUser {
  id: number
  roles?: { code: string }[]
}

const nobody: Person = { kind: 'person', userId: 0, enti: [], roles: [] }

/** The front office's door has a key of its own, and what it calls decides by session and ticket. */
const isFrontOffice = (path: string): boolean => path.startsWith('/internal/')

/**
 * Read from the request under way; commands and workers have none.
 */
export const currentActor = async (strapi: Core.Strapi): Promise<Actor> => {
  const context = strapi.requestContext.get()
  if (context === undefined || isFrontOffice(context.path)) return { kind: 'system' }
  const user = context.state.user as RequestUser | undefined
  // A sign-in form, or a token that stands for no person.
  if (user === undefined) return nobody
  const held = rolesThatCount((user.roles ?? []).flatMap((role) => roleOfCode(role.code) ?? []))
  if (held.includes('administrator')) return { kind: 'administrator', userId: user.id }
  const enti = await entiOf(strapi, user.id)
  const chosen = context.get(chosenEnteHeader)
  return { kind: 'person', userId: user.id, enti: chosen === '' ? enti : enti.filter((code) => code === chosen), roles: held }
}

export const actorMay = (actor: Actor, permission: Permission): boolean => {
  if (actor.kind === 'system') return true
  if (actor.kind === 'administrator') return roleMay('administrator', permission)
  const counts = (role: Role): boolean => roles[role].of !== 'ente' || actor.enti.length > 0
  return actor.roles.some((role) => counts(role) && roleMay(role, permission))
}

/** Codes of the Enti a person belongs to. */
export const entiOf = async (strapi: Core.Strapi, userId: number): Promise<string[]> => {
  const enti = (await strapi.db.query('api::ente.ente').findMany({
    select: ['code'],
    where: { members: { id: userId } },
    orderBy: { code: 'asc' },
  })) as {
    code: string
  }[]
  return enti.map((ente) => ente.code)
}
