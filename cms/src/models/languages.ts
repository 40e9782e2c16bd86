// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { defaultLocale } from '@linea-comune/config'

/** The federation's texts may be in any language; an Ente's are in those in which it speaks. */
export type Spoken = 'all' | readonly string[]

/** Languages of Enti by code. */
export const languagesOfEnti = async (strapi: Core.Strapi, codes: readonly string[]): Promise<Map<string, readonly string[]>> => {
  const enti = (await strapi.db.query('api::ente.ente').findMany({
    select: ['code', 'languages'],
    where: { code: { $in: [...codes] } },
  })) as { code: string; languages: string[] | null }[]
  return new Map(enti.map(({ code, languages }) => [code, languages ?? [defaultLocale]]))
}
