// SPDX-License-Identifier: AGPL-3.0-or-later
import { engineErrorCode, type EngineClient } from './client.js'
import type { Embedder } from './embedder/embedder.js'
import type { IndexName } from './index-names.js'
import { markerId, settingsOf, type IndexMarker } from './index-settings.js'
import { IndexTaskError, whenDone } from './tasks.js'

/** Creates an index under `uid` with the settings of `name`; one that exists stays as it is. */
export const createIndex = async (client: EngineClient, name: IndexName, uid: string, embedder: Embedder | null = null): Promise<void> => {
  if (await hasIndex(client, uid)) return
  try {
    await whenDone(client.createIndex(uid, { primaryKey: 'id' }))
  } catch (error) {
    // Somebody else made it between the two calls, and gives it its settings.
    if (error instanceof IndexTaskError && error.code === 'index_already_exists') return
    throw error
  }
  await whenDone(client.index(uid).updateSettings(settingsOf(name, embedder)))
}

const hasIndex = async (client: EngineClient, uid: string): Promise<boolean> => {
  try {
    await client.getRawIndex(uid)
    return true
  } catch (error) {
    if (engineErrorCode(error) === 'index_not_found') return false
    throw error
  }
}

export const readMarker = async (client: EngineClient, uid: string): Promise<IndexMarker | null> => {
  try {
    return await client.index(uid).getDocument<IndexMarker>(markerId)
  } catch (error) {
    const code = engineErrorCode(error)
    if (code === 'document_not_found' || code === 'index_not_found') return null
    throw error
  }
}
