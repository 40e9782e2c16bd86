// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { panelPermissions, type PanelPermission } from '@linea-comune/config'
import { actorMay, currentActor } from '../tenancy/actor'

/** Who calls one of the panel's own pages. */
export interface Caller {
  userId: number
  /** Codes of their Enti; `all` for people of the centre. */
  enti: 'all' | readonly string[]
  permissions: readonly PanelPermission[]
  may: (permission: PanelPermission) => boolean
}

export const currentCaller = async (strapi: Core.Strapi): Promise<Caller> => {
  const actor = await currentActor(strapi)
  if (actor.kind === 'system' || actor.userId === 0) throw new errors.UnauthorizedError()
  const may = (permission: PanelPermission): boolean => actorMay(actor, permission)
  // Whoever works on content works on that of their Enti; others that come here look at all of them.
  const ofCentre = actor.kind === 'administrator' || !may('writeContent')
  return {
    userId: actor.userId,
    enti: ofCentre ? 'all' : actor.enti,
    permissions: panelPermissions.filter(may),
    may,
  }
}

/** Whether content of this Ente, or of the federation (null), is the caller's to decide on. The centre never decides for an Ente. */
export const decidesFor = ({ enti }: Caller, enteCode: string | null): boolean =>
  enti === 'all' ? enteCode === null : enteCode !== null && enti.includes(enteCode)
