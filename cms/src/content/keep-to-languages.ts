// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core, Modules } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { defaultLocale } from '@linea-comune/config'
import { currentActor } from '../tenancy/actor'
import { isTenantType, type TenantType } from '../tenancy/tenant-types'
import { localesOf } from './publishes'

const writes: ReadonlySet<string> = new Set(['create', 'update', 'publish', 'clone'])

const italianName = new Intl.DisplayNames('it', { type: 'language' })
const nameOf = (locale: string): string => italianName.of(locale) ?? locale
const inWords = new Intl.ListFormat('it', { type: 'conjunction' })

/**
 * People write for an Ente in the languages in which it speaks: its pages would not show the others. What is there already can be
 * withdrawn, and the import may bring a language before the Ente is told of it. The federation's texts may be in any language.
 */
export const keepToLanguages =
  (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware =>
  async (context, next) => {
    if (!isTenantType(context.uid) || !writes.has(context.action)) return next()
    const foreign = localesOf(context).filter((locale) => locale !== defaultLocale && locale !== '*')
    if (foreign.length === 0 || (await currentActor(strapi)).kind === 'system') return next()
    const { data, documentId } = context.params as { data?: { enteCode?: string | null }; documentId?: string }
    const code = data?.enteCode === undefined ? await ownerOf(strapi, context.uid, documentId) : data.enteCode
    if (code == null) return next()
    const ente = (await strapi.db.query('api::ente.ente').findOne({ where: { code } })) as {
      name: string
      languages: string[] | null
    } | null
    const spoken = ente?.languages ?? [defaultLocale]
    const refused = foreign.find((locale) => !spoken.includes(locale))
    if (refused !== undefined)
      throw new errors.ValidationError(
        `${ente?.name ?? code} non ha pagine in ${nameOf(refused)}. Le sue lingue: ${inWords.format(spoken.map(nameOf))}. Per aggiungerne una scrivi all’amministratore del centro.`,
      )
    return next()
  }

const ownerOf = async (strapi: Core.Strapi, uid: TenantType, documentId: string | undefined): Promise<string | null | undefined> => {
  if (documentId === undefined) return null
  const row = (await strapi.db.query(uid).findOne({ select: ['enteCode'], where: { documentId } })) as { enteCode: string | null } | null
  return row?.enteCode
}
