// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { canHoldTogether, roleOfCode } from '@linea-comune/config'

interface UserWrite {
  params: { data?: { roles?: unknown }; where?: unknown }
}

/** Strapi adds up what several roles allow: a person of an Ente who also held a role of the centre would see every Ente. */
export const keepRolesApart = (strapi: Core.Strapi): void => {
  const check = async ({ params }: UserWrite): Promise<void> => {
    const ids = idsIn(params.data?.roles)
    if (ids.length < 2) return
    const held = (await strapi.db.query('admin::role').findMany({ where: { id: { $in: ids } } })) as { code: string }[]
    if (!canHoldTogether(held.map((role) => roleOfCode(role.code))))
      throw new errors.ValidationError('Un ruolo dell’Ente e un ruolo del centro non possono stare insieme: serve un secondo account.')
  }
  strapi.db.lifecycles.subscribe({ models: ['admin::user'], beforeCreate: check, beforeUpdate: check })
}

/** Numbers, objects with a number, lists of them, and `connect` or `set` around all that. */
const idsIn = (value: unknown): number[] => {
  if (typeof value === 'number' || typeof value === 'string') return Number.isSafeInteger(Number(value)) ? [Number(value)] : []
  if (Array.isArray(value)) return value.flatMap(idsIn)
  if (typeof value !== 'object' || value === null) return []
  const { id, set, connect } = value as { id?: unknown; set?: unknown; connect?: unknown }
  return [id, set, connect].flatMap(idsIn)
}
