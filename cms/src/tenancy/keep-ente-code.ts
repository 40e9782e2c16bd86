// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core, Modules } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { enteType, tenantTypes } from './tenant-types'

/** Texts and requests name their Ente by its code: with another one they would belong to nobody. */
export const keepEnteCode =
  (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware =>
  async (context, next) => {
    const { data, documentId } = context.params as { data?: { code?: string }; documentId?: string }
    if (context.uid !== enteType || context.action !== 'update' || data?.code === undefined || documentId === undefined) return next()
    const stored = (await strapi.db.query(enteType).findOne({ where: { documentId } })) as { code: string } | null
    if (stored === null || stored.code === data.code) return next()
    for (const uid of [...tenantTypes, 'api::ticket.ticket']) {
      if ((await strapi.db.query(uid).count({ where: { enteCode: stored.code } as never })) > 0)
        throw new errors.ValidationError(
          `Il codice non si può più cambiare: ci sono già contenuti o richieste di «${stored.code}». Aggiungi un altro Ente, esporta i contenuti e importali lì.`,
        )
    }
    return next()
  }
