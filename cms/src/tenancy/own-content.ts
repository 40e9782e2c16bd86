// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import type { TenantType } from './tenant-types'

/** Keeps a read to the content of some Enti. */
export const ofEnti = (enti: readonly string[]) => ({ enteCode: { $in: [...enti] } })

interface Row {
  enteCode: string | null
}

/** Refuses unless every row found, draft or published, in every language, belongs to these Enti. */
export const assertOwned = async (strapi: Core.Strapi, uid: TenantType, where: object, own: readonly string[]): Promise<void> => {
  const rows = (await strapi.db.query(uid).findMany({ select: ['id', 'enteCode'], where: where as never })) as Row[]
  if (rows.some((row) => row.enteCode === null || !own.includes(row.enteCode)))
    throw new errors.ForbiddenError('Questo contenuto è di un altro Ente.')
}
