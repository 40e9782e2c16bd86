// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { entiOf } from './actor'

/**
 * What the panel offers a person: the content of their own Enti. A condition can be ticked off, and Strapi asks it on some ways in
 * only: the wall is `show-own-content.ts`, `stamp-ente-code.ts` and the policy `own-content`.
 */
export const ownContentCondition = 'api::own-content'
export const ownEnteCondition = 'api::own-ente'

export const registerTenancyConditions = async (strapi: Core.Strapi): Promise<void> => {
  const { conditionProvider } = (
    strapi.admin as unknown as { services: { permission: { conditionProvider: { registerMany(conditions: unknown[]): Promise<void> } } } }
  ).services.permission
  const ofOwn = (column: 'enteCode' | 'code') => async (user: { id: number }) => {
    const enti = await entiOf(strapi, user.id)
    return enti.length === 0 ? false : { [column]: { $in: enti } }
  }
  const category = 'Linea Comune'
  await conditionProvider.registerMany([
    { displayName: 'Contenuto del proprio Ente', name: 'own-content', category, handler: ofOwn('enteCode') },
    { displayName: 'Il proprio Ente', name: 'own-ente', category, handler: ofOwn('code') },
  ])
}
