// SPDX-License-Identifier: AGPL-3.0-or-later
import { isDeepStrictEqual } from 'node:util'
import type { Core, Modules } from '@strapi/strapi'
import { defaultLocale } from '@linea-comune/config'
import { publishes, publishesIn } from './publishes'

type Row = { id: number } & Record<string, unknown>

interface I18nContentTypes {
  isLocalizedContentType(contentType: unknown): boolean
  getNonLocalizedAttributes(contentType: unknown): string[]
}

/** The Ente moves on its own, at once and with the addresses (`move-document.ts`). */
const apart: ReadonlySet<string> = new Set(['enteCode'])

/**
 * What all languages share is what the published Italian says: «not active» must not hold in one language and not in another.
 * Strapi gives a shared value to the drafts of other languages only, or to their published versions only, as the call went.
 */
export const shareFields =
  (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware =>
  async (context, next) => {
    const i18n = strapi.plugin('i18n').service('content-types') as unknown as I18nContentTypes
    if (!publishes(context) || !i18n.isLocalizedContentType(context.contentType)) return next()
    const shared = i18n.getNonLocalizedAttributes(context.contentType).filter((name) => !apart.has(name))
    const query = strapi.db.query(context.uid)
    const publishedItalian = async (documentId: string): Promise<Row | null> =>
      (await query.findOne({ where: { documentId, locale: defaultLocale, publishedAt: { $notNull: true } } as never })) as Row | null

    return strapi.db.transaction(async () => {
      const known = (context.params as { documentId?: string }).documentId
      const before = known === undefined ? null : await publishedItalian(known)
      const written = await next()
      const documentId = known ?? (written as { documentId: string }).documentId
      const leads = publishesIn(context, defaultLocale)
      const source = leads ? await publishedItalian(documentId) : before
      if (source === null) return written

      // The drafts of other languages keep what the Italian draft says until that is published.
      const rows = (await query.findMany({ where: { documentId, ...(!leads && { publishedAt: { $notNull: true } }) } as never })) as Row[]
      const differ = rows.filter((row) => shared.some((name) => !isDeepStrictEqual(row[name], source[name])))
      if (differ.length === 0) return written
      const data = Object.fromEntries(shared.map((name) => [name, source[name]]))
      await query.updateMany({ where: { id: { $in: differ.map(({ id }) => id) } }, data: data as never })
      return written
    })
  }
