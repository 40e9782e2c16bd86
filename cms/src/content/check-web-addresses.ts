// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core, Modules } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { isWebAddress } from '@linea-comune/config'
import { currentActor } from '../tenancy/actor'

/** Fields that pages show as links, under the names that editors see. */
const linked: Record<string, Record<string, string>> = {
  'api::service-sheet.service-sheet': { onlineUrl: 'Indirizzo del servizio online', bookingUrl: 'Indirizzo per prenotare un appuntamento' },
  'api::ente.ente': {
    website: 'Sito istituzionale',
    accessibilityUrl: 'Dichiarazione di accessibilità',
    privacyUrl: 'Informativa sulla privacy',
  },
}

/**
 * What people write for a link is an address of the web, and not a program that a browser would run. What was there already may stay
 * while something else is changed: it does not reach the pages (indexing/to-sources.ts).
 */
export const checkWebAddresses =
  (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware =>
  async (context, next) => {
    const labels = linked[context.uid]
    if (labels === undefined || (context.action !== 'create' && context.action !== 'update')) return next()
    const { data = {}, documentId } = context.params as { data?: Record<string, unknown>; documentId?: string }
    const wrong = Object.entries(labels).filter(([field]) => {
      const value = data[field]
      return typeof value === 'string' && value !== '' && !isWebAddress(value)
    })
    if (wrong.length === 0 || (await currentActor(strapi)).kind === 'system') return next()
    const stored =
      documentId === undefined
        ? []
        : ((await strapi.db.query(context.uid).findMany({ where: { documentId } })) as Record<string, unknown>[])
    const faults = wrong
      .filter(([field]) => !stored.some((row) => row[field] === data[field]))
      .map(([field, label]) => ({
        path: [field],
        message: `${label}: scrivi un indirizzo web, che comincia con https:// o http://`,
        name: 'ValidationError',
      }))
    if (faults.length > 0) throw new errors.ValidationError(`${faults.map(({ message }) => message).join('. ')}.`, { errors: faults })
    return next()
  }
