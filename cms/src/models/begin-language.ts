// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core, Modules } from '@strapi/strapi'
import { defaultLocale, modelKinds } from '@linea-comune/config'
import { localesOf } from '../content/publishes'
import { contentTypes } from './version-content'

interface Draft {
  locale: string
  modelVersion: number | null
}

/** A language that somebody begins follows the version that the Italian follows; from then on each goes its own way. */
export const beginLanguage =
  (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware =>
  async (context, next) => {
    const { data, documentId } = context.params as { data?: Record<string, unknown>; documentId?: string }
    const follows = modelKinds.some((kind) => contentTypes[kind] === context.uid)
    if (!follows || context.action !== 'update' || data === undefined || documentId === undefined) return next()
    const [asked] = localesOf(context)
    const drafts = (await strapi.db.query(context.uid).findMany({
      select: ['locale', 'modelVersion'] as never,
      where: { documentId, publishedAt: { $null: true } } as never,
    })) as unknown as Draft[]
    if (drafts.every(({ locale }) => locale !== asked))
      data.modelVersion ??= (drafts.find(({ locale }) => locale === defaultLocale) ?? drafts[0])?.modelVersion
    return next()
  }
