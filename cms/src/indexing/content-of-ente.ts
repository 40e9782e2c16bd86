// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { isShown, type EnteLifecycle } from '@linea-comune/config'
import { tenantTypes } from '../tenancy/tenant-types'
import type { Target } from './dependents'
import { kindOfUid } from './indexed-types'

interface Shown {
  code: string
  shown: boolean
}

/** Whether citizens may read what an Ente wrote; null for whatever is no Ente, or not yet. */
export const shownEnte = async (strapi: Core.Strapi, uid: string, documentId: string | undefined): Promise<Shown | null> => {
  if (uid !== 'api::ente.ente' || documentId === undefined) return null
  const query = { select: ['code' as const, 'lifecycle' as const], where: { documentId } }
  const ente = (await strapi.db.query(uid).findOne(query)) as { code: string; lifecycle: EnteLifecycle } | null
  return ente === null ? null : { code: ente.code, shown: isShown(ente.lifecycle) }
}

/** Everything that an Ente wrote: it comes and goes with the Ente. */
export const contentOfEnte = async (strapi: Core.Strapi, enteCode: string): Promise<Target[]> => {
  const targets: Target[] = []
  for (const uid of tenantTypes) {
    const kind = kindOfUid(uid)
    if (kind === undefined) continue
    const rows = (await strapi.db.query(uid).findMany({ select: ['documentId'], where: { enteCode } })) as { documentId: string }[]
    targets.push(...[...new Set(rows.map(({ documentId }) => documentId))].map((documentId) => ({ kind, documentId })))
  }
  return targets
}
