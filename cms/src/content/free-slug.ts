// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'

interface Wish {
  wanted: string
  /** Whose addresses it must differ from; types without owner have one list for all. */
  enteCode: string | null
  /** The document that asks: its own rows may have the address already. */
  documentId?: string | undefined
}

/** The first of `anagrafe`, `anagrafe-2`, … that no other document of the same Ente has. */
export const freeSlug = async (strapi: Core.Strapi, uid: string, { wanted, enteCode, documentId }: Wish): Promise<string> => {
  const own = 'enteCode' in strapi.contentType(uid as 'api::faq.faq').attributes
  const others = documentId === undefined ? {} : { documentId: { $ne: documentId } }
  for (let n = 1; ; n++) {
    const slug = n === 1 ? wanted : `${wanted}-${String(n)}`
    const taken = await strapi.db.query(uid).count({ where: { slug, ...(own && { enteCode }), ...others } })
    if (taken === 0) return slug
  }
}
