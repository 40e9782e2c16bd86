// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core, Modules } from '@strapi/strapi'
import { freeSlug } from '../content/free-slug'
import { isTenantType } from './tenant-types'

interface Row {
  id: number
  enteCode: string | null
  slug?: string | null
}

/**
 * A document moves to another Ente whole. Strapi writes one row, and gives a shared value to the drafts of other languages
 * only, later: the old Ente would go on showing the published ones.
 */
export const moveDocument =
  (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware =>
  async (context, next) => {
    const { uid, action } = context
    const { data, documentId } = context.params as { data?: { enteCode?: string | null }; documentId?: string }
    const enteCode = data?.enteCode
    if (!isTenantType(uid) || action !== 'update' || enteCode === undefined || documentId === undefined) return next()
    return strapi.db.transaction(async () => {
      const written = await next()
      const query = strapi.db.query(uid)
      for (const row of (await query.findMany({ where: { documentId } })) as Row[]) {
        if (row.enteCode === enteCode) continue
        const slug = row.slug == null ? undefined : await freeSlug(strapi, uid, { wanted: row.slug, enteCode, documentId })
        await query.update({ where: { id: row.id }, data: { enteCode, ...(slug !== undefined && { slug }) } })
      }
      return written
    })
  }
