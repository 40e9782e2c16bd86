// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core, Modules } from '@strapi/strapi'
import { defaultLocale, modelKinds } from '@linea-comune/config'
import { localesOf } from '../content/publishes'
import { keysApart } from './differences'
import { contentTypes } from './version-content'

interface Draft extends Record<string, unknown> {
  locale: string
  modelVersion: number | null
  modelOmits: string[] | null
}

/**
 * A language that somebody begins follows the version that the Italian follows; from then on each goes its own way. Where the Italian
 * has a text of its own, or none, the model's translation would say something else.
 */
export const beginLanguage =
  (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware =>
  async (context, next) => {
    const { data, documentId } = context.params as { data?: Record<string, unknown>; documentId?: string }
    const kind = modelKinds.find((one) => contentTypes[one] === context.uid)
    if (kind === undefined || context.action !== 'update' || data === undefined || documentId === undefined) return next()
    const [asked] = localesOf(context)
    const rows: unknown = await strapi.db.query(context.uid).findMany({ where: { documentId, publishedAt: { $null: true } } as never })
    const drafts = rows as Draft[]
    if (drafts.every(({ locale }) => locale !== asked)) {
      const lead = drafts.find(({ locale }) => locale === defaultLocale) ?? drafts[0]
      data.modelVersion ??= lead?.modelVersion
      if (lead?.modelVersion != null) data.modelOmits ??= keysApart(kind, lead)
    }
    return next()
  }
