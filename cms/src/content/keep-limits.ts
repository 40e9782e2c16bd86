// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core, Modules } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { writingLimits } from '@linea-comune/config'
import { currentActor } from '../tenancy/actor'

const limited: Record<string, Record<string, { label: string; max: number }>> = {
  'api::service-sheet.service-sheet': {
    title: { label: 'Il titolo', max: writingLimits.title },
    summary: { label: 'La descrizione breve', max: writingLimits.summary },
  },
  'api::model-sheet.model-sheet': {
    title: { label: 'Il titolo', max: writingLimits.title },
    summary: { label: 'La descrizione breve', max: writingLimits.summary },
  },
}

/** A text that was already too long, by an import, may stay while something else is changed. */
export const keepLimits =
  (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware =>
  async (context, next) => {
    const limits = limited[context.uid]
    if (limits === undefined || (context.action !== 'create' && context.action !== 'update')) return next()
    if ((await currentActor(strapi)).kind === 'system') return next()
    const { data = {}, documentId, locale } = context.params as { data?: Record<string, unknown>; documentId?: string; locale?: string }
    const tooLong = Object.entries(limits).filter(([field, { max }]) => typeof data[field] === 'string' && data[field].length > max)
    if (tooLong.length === 0) return next()
    const stored =
      documentId === undefined
        ? null
        : ((await strapi.db
            .query(context.uid)
            .findOne({ where: { documentId, locale: locale ?? 'it', publishedAt: { $null: true } } })) as Record<string, unknown> | null)
    const faults = tooLong
      .filter(([field]) => stored?.[field] !== data[field])
      .map(([field, { label, max }]) => ({
        path: [field],
        message: `${label} è di ${String((data[field] as string).length)} caratteri: al massimo ${String(max)}.`,
        name: 'ValidationError',
      }))
    if (faults.length > 0) throw new errors.ValidationError(faults.map(({ message }) => message).join(' '), { errors: faults })
    return next()
  }
