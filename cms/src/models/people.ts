// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'

/** As colleagues call a person; histories keep the name, since accounts go. */
export const nameOfUser = async (strapi: Core.Strapi, userId: number): Promise<string> => {
  const user = (await strapi.db.query('admin::user').findOne({ where: { id: userId } })) as {
    firstname: string | null
    lastname: string | null
    email: string
  } | null
  if (user === null) return ''
  return [user.firstname, user.lastname].filter(Boolean).join(' ') || user.email
}

/** Names of Enti by code. */
export const nameEnti = async (strapi: Core.Strapi, codes?: readonly string[]): Promise<Map<string, string>> => {
  const enti = (await strapi.db.query('api::ente.ente').findMany({
    select: ['code', 'name'],
    ...(codes && { where: { code: { $in: [...codes] } } }),
    orderBy: { name: 'asc' },
  })) as { code: string; name: string }[]
  return new Map(enti.map(({ code, name }) => [code, name]))
}
