// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { roles } from '@linea-comune/config'

/** Who is writing: our own code, the administrator of the centre, or a person of some Enti. */
export type Actor = { kind: 'system' } | { kind: 'administrator' } | { kind: 'person'; userId: number; enti: readonly string[] }

interface RequestUser {
  id: number
  roles?: { code: string }[]
}

/** Read from the request under way; commands and workers have none. */
export const currentActor = async (strapi: Core.Strapi): Promise<Actor> => {
  const context = strapi.requestContext.get()
  const user = context?.state.user as RequestUser | undefined
  if (user === undefined) return { kind: 'system' }
  if (user.roles?.some((role) => role.code === roles.administrator.code) === true) return { kind: 'administrator' }
  return { kind: 'person', userId: user.id, enti: await entiOf(strapi, user.id) }
}

/** Codes of the Enti a person belongs to. */
export const entiOf = async (strapi: Core.Strapi, userId: number): Promise<string[]> => {
  const enti = (await strapi.db.query('api::ente.ente').findMany({ select: ['code'], where: { members: { id: userId } } })) as {
    code: string
  }[]
  return enti.map((ente) => ente.code)
}
