// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { modelKinds } from '@linea-comune/config'
import { pageAddress } from '@linea-comune/search'
import { loadSources } from '../indexing/load-sources'
import { findEnte } from '../tickets/directory'
import { readAddress } from './read-address'

/** A published sheet or FAQ that citizens of an Ente are shown. */
export interface AnsweringText {
  documentId: string
  title: string
  /** Where they read it; empty for the federation's own, which is read under each Ente's address. */
  page: string
}

/** Null when there is no such text, or not for these citizens: it may be of another Ente, or give way to one of their own. */
export const answeringText = async (strapi: Core.Strapi, documentId: string, enteCode: string | null): Promise<AnsweringText | null> => {
  for (const kind of modelKinds) {
    const [text] = await loadSources(strapi, kind, [documentId])
    if (text === undefined || (text.kind !== 'sheet' && text.kind !== 'faq')) continue
    const isShown = text.enteCode === enteCode || (text.enteCode === null && !text.givesWayTo.includes(enteCode ?? ''))
    if (!isShown) return null
    const slug = text.kind === 'sheet' ? text.slug : ''
    const ente = enteCode === null ? null : await findEnte(strapi, { code: enteCode })
    return {
      documentId,
      title: text.kind === 'sheet' ? text.title : text.question,
      page: ente === null ? '' : pageAddress(ente.slug, { kind, slug, documentId }, text.locale),
    }
  }
  return null
}

/** The text at an address that somebody copied from the site of their Ente. */
export const textAtAddress = async (strapi: Core.Strapi, address: string, enteCode: string | null): Promise<AnsweringText | null> => {
  const named = readAddress(address.trim())
  if (named === null) return null
  if (enteCode !== null && named.ente !== (await findEnte(strapi, { code: enteCode })).slug) return null
  if (named.kind === 'faq') return answeringText(strapi, named.name, enteCode)
  const owners = enteCode === null ? [{ $null: true as const }] : [enteCode, { $null: true as const }]
  // An Ente's own stands at the address before the federation's.
  for (const owner of owners) {
    const row = (await strapi.db.query('api::service-sheet.service-sheet').findOne({
      select: ['documentId'],
      where: { slug: named.name, enteCode: owner, publishedAt: { $notNull: true } } as never,
    })) as { documentId: string } | null
    if (row !== null) return answeringText(strapi, row.documentId, enteCode)
  }
  return null
}
