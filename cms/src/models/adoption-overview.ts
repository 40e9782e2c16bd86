// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import type { PanelResponse } from '@linea-comune/config'
import { table } from '../rows'
import { followers, toAdoptions } from './following'
import { titleOf } from './library'
import { nameEnti } from './people'
import { latestVersions } from './version-content'

/** What the centre and the board see: who follows each model, where they differ from it, and why versions were declined. */
export const readAdoption = async (strapi: Core.Strapi): Promise<PanelResponse<'readAdoption'>> => {
  const names = await nameEnti(strapi)
  const nameOf = (code: string | null) => (code === null ? null : { code, name: names.get(code) ?? code })
  const adoptions = await toAdoptions(strapi, await followers(strapi, {}))
  const declined = await table(strapi, 'model-proposal').findMany({ where: { state: 'declined' }, orderBy: { decidedOn: 'desc' } })
  return (await latestVersions(strapi))
    .map((latest) => ({
      modelId: latest.modelId,
      kind: latest.kind,
      title: titleOf(latest),
      version: latest.version,
      adoptions: adoptions
        .filter(({ modelId }) => modelId === latest.modelId)
        .map((adoption) => ({ ...adoption, ente: nameOf(adoption.enteCode) })),
      declined: declined
        .filter(({ modelId }) => modelId === latest.modelId)
        .map((row) => ({ ente: nameOf(row.enteCode), version: row.toVersion, reason: row.reason ?? '', decidedOn: row.decidedOn ?? '' })),
    }))
    .sort((a, b) => a.title.localeCompare(b.title, 'it'))
}
