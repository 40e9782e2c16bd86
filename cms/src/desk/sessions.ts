// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import {
  deskPermissions,
  DomainError,
  roleMay,
  roleOfCode,
  rolesThatCount,
  worksAtDesk,
  type DeskPermission,
  type DeskUser,
} from '@linea-comune/config'
import { hashOf, newToken } from '../identity/keys'
import { table } from '../rows'
import { entiOf } from '../tenancy/actor'

const idleMs = 2 * 3_600_000
const longestMs = 12 * 3_600_000
/** Written at most once a minute, so that reading a page is not a write. */
const touchEveryMs = 60_000

interface AdminUser {
  id: number
  password: string | null
  firstname: string | null
  lastname: string | null
  email: string
  isActive: boolean
  blocked: boolean | null
}

interface AuthService {
  validatePassword(password: string, hash: string): Promise<boolean>
}

/** bcrypt of a password that nobody has, at Strapi's own cost. */
const nobodysPassword = '$2a$10$MSog2l/fVlsMbmywEWtVyuPvnGMNLANsKa/eXhzQ4i926JHFW4Efe'

export interface DeskPerson extends DeskUser {
  userId: number
  may: (permission: DeskPermission) => boolean
}

/** Checks an account of the back office and opens a session of our own; only its hash is stored. */
export const signIn = async (
  strapi: Core.Strapi,
  credentials: { email: string; password: string },
): Promise<{ session: string; user: DeskUser }> => {
  const auth = strapi.service('admin::auth') as unknown as AuthService
  const email = credentials.email.trim().toLowerCase()
  const user = (await strapi.db.query('admin::user').findOne({ where: { email } })) as AdminUser | null
  // An address that nobody has takes as long as one with a wrong password.
  const right = await auth.validatePassword(credentials.password, user?.password ?? nobodysPassword)
  if (user?.password == null || !right || !user.isActive) throw new DomainError('wrong-credentials')
  const person = await personOf(strapi, user)
  if (person === null) throw new DomainError('not-allowed')
  const session = newToken()
  const now = new Date().toISOString()
  const sessions = table(strapi, 'desk-session')
  await sessions.deleteMany({ where: { startedAt: { $lt: new Date(Date.now() - longestMs).toISOString() } } })
  await sessions.create({
    data: { tokenHash: hashOf(session), userId: user.id, passwordMark: hashOf(user.password), startedAt: now, usedAt: now },
  })
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
  const user = (await strapi.db.query('admin::user').findOne({ where: { id: row.userId } })) as AdminUser | null
  const person = user?.password == null || hashOf(user.password) !== row.passwordMark ? null : await personOf(strapi, user)
  if (person === null) throw new DomainError('signed-out')
  if (now - Date.parse(row.usedAt) > touchEveryMs)
    await sessions.updateMany({ where: { id: row.id }, data: { usedAt: new Date(now).toISOString() } })
  return person
}

const personOf = async (strapi: Core.Strapi, user: AdminUser): Promise<DeskPerson | null> => {
  if (!user.isActive || user.blocked === true) return null
  const { roles: held } = (await strapi.db.query('admin::user').findOne({ where: { id: user.id }, populate: ['roles'] })) as {
    roles: { code: string }[]
  }
  const own = rolesThatCount(held.flatMap(({ code }) => roleOfCode(code) ?? [])).filter(worksAtDesk)
  const role = own[0]
  if (role === undefined) return null
  const may = (permission: DeskPermission): boolean => own.some((r) => roleMay(r, permission))
  return {
    userId: user.id,
    name: [user.firstname, user.lastname].filter(Boolean).join(' ') || user.email,
    email: user.email,
    role,
    permissions: deskPermissions.filter(may),
    enti: await entiOf(strapi, user.id),
    may,
  }
}

export const presentPerson = ({ name, email, role, permissions, enti }: DeskPerson): DeskUser => ({ name, email, role, permissions, enti })
