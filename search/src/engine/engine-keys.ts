// SPDX-License-Identifier: AGPL-3.0-or-later
import { Meilisearch, MeilisearchApiError, type KeyCreation } from 'meilisearch'
import { indexNames, nextNameOf } from '../index-names.js'

export interface EngineKeys {
  /** Reads the two indexes and nothing else: for the front office. */
  searchKey: string
  /** Writes, rebuilds and swaps the two indexes: for the back office. */
  writeKey: string
}

const indexes = [...indexNames, ...indexNames.map(nextNameOf)]

// A key's rights cannot change after it was made: whoever changes a row here changes its uid too.
const keys: Record<keyof EngineKeys, KeyCreation & { uid: string }> = {
  searchKey: {
    uid: '4b1d6a4e-6f0c-4f6e-9a55-2f0c5a3e7d01',
    name: 'Linea Comune: reading',
    actions: ['search'],
    indexes: [...indexNames],
    expiresAt: null,
  },
  writeKey: {
    uid: '4b1d6a4e-6f0c-4f6e-9a55-2f0c5a3e7d02',
    name: 'Linea Comune: writing',
    actions: ['search', 'documents.*', 'indexes.*', 'settings.*', 'tasks.get', 'stats.get'],
    indexes,
    expiresAt: null,
  },
}

/** The two narrow keys of an engine of ours. The same master key gives the same two, however often they are asked for. */
export const engineKeys = async (url: string, masterKey: string): Promise<EngineKeys> => {
  const client = new Meilisearch({ host: url, apiKey: masterKey, timeout: 5000 })
  const ensure = async (wanted: KeyCreation & { uid: string }): Promise<string> => {
    try {
      return (await client.getKey(wanted.uid)).key
    } catch (error) {
      if (!(error instanceof MeilisearchApiError) || error.cause?.code !== 'api_key_not_found') throw error
    }
    try {
      return (await client.createKey(wanted)).key
    } catch (error) {
      // Somebody else made it between the two calls.
      if (error instanceof MeilisearchApiError && error.cause?.code === 'api_key_already_exists')
        return (await client.getKey(wanted.uid)).key
      throw error
    }
  }
  const [searchKey, writeKey] = await Promise.all([ensure(keys.searchKey), ensure(keys.writeKey)])
  return { searchKey, writeKey }
}
