// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import {
  deskPermissions,
  DomainError,
  mayAtDesk,
  roleOfCode,
  roles,
  type DeskPermission,
  type DeskUser,
  type Role,
} from '@linea-comune/config'
import { hashOf, newToken } from '../identity/keys'
import { table } from '../rows'

const idleMs = 2 * 3_600_000
const longestMs = 12 * 3_600_000
/** Written at most once a minute, so that reading a page is not a write. */
const touchEveryMs = 60_000

interface AdminUser {
  id: number
  firstname: string | null
  lastname: string | null
  email: string
  isActive: boolean
  blocked: boolean | null
  roles: { code: string }[]
}

export interface DeskPerson extends DeskUser {
  userId: number
  may: (permission: DeskPermission) => boolean
}

/** Checks an account of the back office and opens a session of our own; only its hash is stored. */
export const signIn = async (
  strapi: Core.Strapi,
  credentials: { email: string; password: string },
): Promise<{ session: string; user: DeskUser }> => {
  const auth = strapi.service('admin::auth') as unknown as {
    checkCredentials(credentials: { email: string; password: string }): Promise<[Error | null, AdminUser | false, unknown?]>
  }
  const [, user] = await auth.checkCredentials({ email: credentials.email.trim().toLowerCase(), password: credentials.password })
  if (user === false) throw new DomainError('wrong-credentials')
  const person = await personOf(strapi, user.id)
  if (person === null) throw new DomainError('not-allowed')
  const session = newToken()
  const now = new Date().toISOString()
  await table(strapi, 'desk-session').create({ data: { tokenHash: hashOf(session), userId: user.id, startedAt: now, usedAt: now } })
  return { session, user: presentPerson(person) }
}

export const signOut = async (strapi: Core.Strapi, session: string): Promise<void> => {
  await table(strapi, 'desk-session').deleteMany({ where: { tokenHash: hashOf(session) } })
}

/** Who holds this session. Roles are read again each time, so that a person who is blocked is out at once. */
export const personOfSession = async (strapi: Core.Strapi, session: string): Promise<DeskPerson> => {
  const sessions = table(strapi, 'desk-session')
  const row = await sessions.findOne({ where: { tokenHash: hashOf(session) } })
  if (row === null) throw new DomainError('signed-out')
  const now = Date.now()
  if (now - Date.parse(row.usedAt) > idleMs || now - Date.parse(row.startedAt) > longestMs) {
    await sessions.deleteMany({ where: { id: row.id } })
    throw new DomainError('signed-out')
  }
  const person = await personOf(strapi, row.userId)
  if (person === null) throw new DomainError('signed-out')
  if (now - Date.parse(row.usedAt) > touchEveryMs)
    await sessions.updateMany({ where: { id: row.id }, data: { usedAt: new Date(now).toISOString() } })
  return person
}

const personOf = async (strapi: Core.Strapi, userId: number): Promise<DeskPerson | null> => {
  const user = (await strapi.db.query('admin::user').findOne({ where: { id: userId }, populate: ['roles'] })) as AdminUser | null
  if (user === null || !user.isActive || user.blocked === true) return null
  const own = user.roles.map((role) => roleOfCode(role.code)).filter((role): role is Role => role !== undefined && roles[role].desk)
  const role = own[0]
  if (role === undefined) return null
  const enti = (await strapi.db.query('api::ente.ente').findMany({ select: ['code'], where: { members: { id: userId } } })) as {
    code: string
  }[]
  const may = (permission: DeskPermission): boolean => own.some((r) => mayAtDesk(r, permission))
  return {
    userId,
    name: [user.firstname, user.lastname].filter(Boolean).join(' ') || user.email,
    email: user.email,
    role,
    permissions: deskPermissions.filter(may),
    enti: enti.map((ente) => ente.code),
    may,
  }
}

export const presentPerson = ({ name, email, role, permissions, enti }: DeskPerson): DeskUser => ({ name, email, role, permissions, enti })
