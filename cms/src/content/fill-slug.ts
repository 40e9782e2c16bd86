// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core, Modules } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { defaultLocale, reservedSlugs, toSlug } from '@linea-comune/config'
import { freeSlug } from './free-slug'

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

interface Row {
  locale?: string | null
  slug: string | null
  title?: string
  name?: string
  enteCode?: string | null
}

const writes: ReadonlySet<string> = new Set(['create', 'update', 'clone'])

/** Gives a web address to what has none. An address that was published stays when the title changes: links must not break. */
export const fillSlug =
  (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware =>
  async (context, next) => {
    const { uid } = context
    const source = slugSource[uid]
    if (source === undefined || !writes.has(context.action)) return next()
    const params = context.params as { data?: Data; documentId?: string; locale?: string }
    const { documentId } = params
    // A copy is another document: the address of its original is taken.
    const copies = context.action === 'clone'
    const data = (params.data ??= {})
    if (uid === 'api::ente.ente' && data.slug != null && data.slug !== toSlug(data.slug)) refuse(data.slug)

    const rows = documentId === undefined ? [] : ((await strapi.db.query(uid).findMany({ where: { documentId } })) as Row[])
    const stored = rows.find((row) => row.locale == null || row.locale === (params.locale ?? defaultLocale))
    const current = copies ? '' : (stored?.slug ?? '')
    // An update seldom says whose the document is: the stored rows do, and a new language is the same Ente's.
    const storedEnte = rows[0]?.enteCode ?? null
    const enteCode = data.enteCode === undefined ? storedEnte : data.enteCode
    const typed = copies && data.slug === stored?.slug ? '' : (data.slug ?? '')
    const wanted = typed === '' && current !== '' ? current : toSlug(typed) || toSlug(data[source] ?? stored?.[source] ?? '')
    const stays = wanted === current && enteCode === storedEnte
    if (wanted !== '')
      data.slug = stays ? current : await freeSlug(strapi, uid, { wanted, enteCode, documentId: copies ? undefined : documentId })
    if (uid === 'api::ente.ente' && data.slug != null && reservedSlugs.has(data.slug)) refuse(data.slug)
    return next()
  }

const refuse = (slug: string): never => {
  throw new errors.ValidationError(
    `«${slug}» non può essere l’indirizzo di un Ente: scrivine uno con lettere minuscole, numeri e trattini; alcune parole sono riservate.`,
  )
}
