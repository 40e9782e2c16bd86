// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import type { PanelResponse } from '@linea-comune/config'
import { nameEnti } from '../models/people'
import { table } from '../rows'
import { entiOf } from '../tenancy/actor'
import type { Caller } from './caller'

/** What the panel shows of the person: their Enti, all of them also while they work for one, and what waits. */
export const describeMe = async (strapi: Core.Strapi, caller: Caller): Promise<PanelResponse<'describeMe'>> => {
  const names = caller.enti === 'all' ? new Map<string, string>() : await nameEnti(strapi, await entiOf(strapi, caller.userId))
  return {
    enti: [...names].map(([code, name]) => ({ code, name })),
    permissions: [...caller.permissions],
    openProposals: !caller.may('adoptModels')
      ? 0
      : await table(strapi, 'model-proposal').count({
          where: { state: 'open', enteCode: caller.enti === 'all' ? { $null: true } : { $in: [...caller.enti] } },
        }),
    openSuggestions: caller.may('writeModels') ? await table(strapi, 'model-suggestion').count({ where: { state: 'open' } }) : 0,
  }
}
