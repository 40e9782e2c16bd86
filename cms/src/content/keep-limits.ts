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

/** What is longer than it may be, and how to say so. */
export const tooLong = (uid: string, data: Readonly<Record<string, unknown>>): { field: string; message: string }[] =>
  Object.entries(limited[uid] ?? {}).flatMap(([field, { label, max }]) => {
    const text = data[field]
    if (typeof text !== 'string' || text.length <= max) return []
    return [{ field, message: `${label} è di ${String(text.length)} caratteri: al massimo ${String(max)}.` }]
  })

/** A text that was already too long, by an import, may stay while something else is changed. */
export const keepLimits =
  (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware =>
  async (context, next) => {
    if (!(context.uid in limited) || (context.action !== 'create' && context.action !== 'update')) return next()
    if ((await currentActor(strapi)).kind === 'system') return next()
    const { data = {}, documentId, locale } = context.params as { data?: Record<string, unknown>; documentId?: string; locale?: string }
    const found = tooLong(context.uid, data)
    if (found.length === 0) return next()
    const stored =
      documentId === undefined
        ? null
        : ((await strapi.db
            .query(context.uid)
            .findOne({ where: { documentId, locale: locale ?? 'it', publishedAt: { $null: true } } })) as Record<string, unknown> | null)
    const faults = found
      .filter(({ field }) => stored?.[field] !== data[field])
      .map(({ field, message }) => ({ path: [field], message, name: 'ValidationError' }))
    if (faults.length > 0) throw new errors.ValidationError(faults.map(({ message }) => message).join(' '), { errors: faults })
    return next()
  }
