// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { defaultLocale } from '@linea-comune/config'
import { inChunks } from '../indexing/in-chunks'

/** The federation's texts may be in any language; an Ente's are in those in which it speaks. */
export type Spoken = 'all' | readonly string[]

/** Languages of Enti by code. */
export const languagesOfEnti = async (strapi: Core.Strapi, codes: readonly string[]): Promise<Map<string, readonly string[]>> => {
  const languages = new Map<string, readonly string[]>()
  for (const some of inChunks([...new Set(codes)])) {
    const enti = (await strapi.db.query('api::ente.ente').findMany({
      select: ['code', 'languages'],
      where: { code: { $in: some } },
    })) as { code: string; languages: string[] | null }[]
    for (const ente of enti) languages.set(ente.code, ente.languages ?? [defaultLocale])
  }
  return languages
}
