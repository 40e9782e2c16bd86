// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core, Modules } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { reservedSlugs, toSlug } from '@linea-comune/config'

/** Types with a web address, and the field it is made from. */
const slugSource: Record<string, 'title' | 'name'> = {
  'api::service-sheet.service-sheet': 'title',
  'api::office.office': 'name',
  'api::topic.topic': 'name',
  'api::service-category.service-category': 'name',
  'api::life-event.life-event': 'name',
  'api::ente.ente': 'name',
}

interface Data {
  slug?: string | null
  title?: string
  name?: string
  enteCode?: string | null
}

/** Gives a web address to what has none. An address that was published stays when the title changes: links must not break. */
export const fillSlug =
  (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware =>
  async (context, next) => {
    const source = slugSource[context.uid]
    if (source === undefined || (context.action !== 'create' && context.action !== 'update')) return next()
    const params = context.params as { data?: Data; documentId?: string; locale?: string }
    const data = (params.data ??= {})
    if (context.uid === 'api::ente.ente' && data.slug != null && (reservedSlugs.has(data.slug) || data.slug !== toSlug(data.slug)))
      throw new errors.ValidationError(
        `«${data.slug}» non può essere l’indirizzo di un Ente: usa lettere minuscole, numeri e trattini; alcune parole sono riservate.`,
      )
    const wanted = toSlug(data.slug ?? '') || toSlug(data[source] ?? '')
    const current = params.documentId === undefined ? null : await slugOf(strapi, context.uid, params.documentId, params.locale)
    if (current !== null && current !== '' && (data.slug == null || data.slug === '')) data.slug = current
    else if (wanted !== '') data.slug = await freeSlug(strapi, context.uid, wanted, data.enteCode ?? null, params.documentId)
    return next()
  }

const slugOf = async (strapi: Core.Strapi, uid: string, documentId: string, locale?: string): Promise<string | null> => {
  const row = (await strapi.db.query(uid).findOne({ where: { documentId, ...(locale !== undefined && { locale }) } })) as {
    slug: string | null
  } | null
  return row?.slug ?? null
}

/** The first of `anagrafe`, `anagrafe-2`, … that no other document of the same Ente has. */
const freeSlug = async (
  strapi: Core.Strapi,
  uid: string,
  wanted: string,
  enteCode: string | null,
  documentId?: string,
): Promise<string> => {
  const own = 'enteCode' in strapi.contentType(uid as 'api::faq.faq').attributes
  for (let n = 1; ; n++) {
    const slug = n === 1 ? wanted : `${wanted}-${String(n)}`
    const taken = (await strapi.db.query(uid).findMany({ where: { slug, ...(own && { enteCode }) }, limit: 5 })) as {
      documentId: string
    }[]
    if (taken.every((row) => row.documentId === documentId)) return slug
  }
}
