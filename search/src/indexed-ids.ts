// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EngineClient } from './client.js'
import { markerId } from './index-settings.js'

const pageSize = 1000

export interface IndexedId {
  id: string
  documentId: string
  updatedAt: string
}

/** What the index holds, to be compared with the back office: ids of the pages with the time of what they show. */
export const indexedIds = async (client: EngineClient): Promise<IndexedId[]> => {
  const found: IndexedId[] = []
  for (let offset = 0; ; offset += pageSize) {
    const { results } = await client
      .index('pages')
      .getDocuments<IndexedId>({ fields: ['id', 'documentId', 'updatedAt'], limit: pageSize, offset })
    found.push(...results.filter(({ id }) => id !== markerId))
    if (results.length < pageSize) return found
  }
}
