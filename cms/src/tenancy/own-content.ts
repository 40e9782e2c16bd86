// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { ownerColumn, type GuardedType } from './tenant-types'

/** Keeps a read to the content of some Enti. */
export const ofEnti = (uid: GuardedType, enti: readonly string[]) => ({ [ownerColumn(uid)]: { $in: [...enti] } })

/** Refuses unless every row found, draft or published, in every language, belongs to these Enti. */
export const assertOwned = async (strapi: Core.Strapi, uid: GuardedType, where: object, own: readonly string[]): Promise<void> => {
  const column = ownerColumn(uid)
  const rows = (await strapi.db.query(uid).findMany({ select: ['id', column] as never, where: where as never })) as Record<
    string,
    string | null
  >[]
  const isOwn = (owner: string | null | undefined): boolean => owner != null && own.includes(owner)
  if (!rows.every((row) => isOwn(row[column]))) throw new errors.PolicyError('Questo contenuto è di un altro Ente.')
}
