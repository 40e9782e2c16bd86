// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import type { PanelInput } from '@linea-comune/config'
import { nameOfUser } from '../models/people'
import { decidesFor, type Caller } from '../panel/caller'
import { table } from '../rows'

/** An Ente speaks for itself; the centre for what it writes itself, which is kept without a code. */
const ownerOf = (caller: Caller, ente: string | null): string => {
  if (!decidesFor(caller, ente)) throw new errors.PolicyError('Di questa domanda decide il suo Ente.')
  return ente ?? ''
}

/** Nothing will be written about it: it leaves the list, with the reason, until somebody takes it up again. */
export const dismissGap = async (
  strapi: Core.Strapi,
  caller: Caller,
  { matter, ente, reason }: PanelInput<'dismissGap'>,
): Promise<{ done: true }> => {
  const enteCode = ownerOf(caller, ente)
  const decidedBy = await nameOfUser(strapi, caller.userId)
  await strapi.db.transaction(async () => {
    const decisions = table(strapi, 'gap-decision')
    const data = { enteCode, matter, reason, decidedBy, decidedOn: new Date().toISOString() }
    const { count } = await decisions.updateMany({ where: { enteCode, matter }, data })
    if (count === 0) await decisions.create({ data })
  })
  return { done: true }
}

export const reopenGap = async (
  strapi: Core.Strapi,
  caller: Caller,
  { matter, ente }: PanelInput<'reopenGap'>,
): Promise<{ done: true }> => {
  await table(strapi, 'gap-decision').deleteMany({ where: { enteCode: ownerOf(caller, ente), matter } })
  return { done: true }
}
