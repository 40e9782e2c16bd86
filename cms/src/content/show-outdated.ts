// SPDX-License-Identifier: AGPL-3.0-or-later
import { isDeepStrictEqual } from 'node:util'
import type { Core } from '@strapi/strapi'

/** Columns of a list in the panel: those that Strapi chooses, and those that an editor needs. */
const columns = {
  'api::service-sheet.service-sheet': {
    chosen: ['id', 'title', 'slug', 'summary'],
    needed: ['title', 'reviewBy', 'outdatedSince', 'updatedAt'],
  },
  'api::faq.faq': { chosen: ['id', 'question', 'topics', 'sheet'], needed: ['question', 'validUntil', 'outdatedSince', 'updatedAt'] },
} as const

interface Configuration {
  layouts: { list: readonly string[] }
}
interface ContentTypes {
  findConfiguration(type: unknown): Promise<Configuration>
  updateConfiguration(type: unknown, configuration: Configuration): Promise<unknown>
}

/** An editor sees in the list which translations the Italian text has outrun. Columns that somebody chose stay. */
export const showOutdated = async (strapi: Core.Strapi): Promise<void> => {
  const service = strapi.plugin('content-manager').service('content-types') as unknown as ContentTypes
  for (const uid of Object.keys(columns) as (keyof typeof columns)[]) {
    const configuration = await service.findConfiguration(strapi.contentType(uid))
    if (!isDeepStrictEqual(configuration.layouts.list, [...columns[uid].chosen])) continue
    configuration.layouts.list = columns[uid].needed
    await service.updateConfiguration(strapi.contentType(uid), configuration)
  }
}
