// SPDX-License-Identifier: AGPL-3.0-or-later
import { connectEngine, type EngineClient } from '@linea-comune/search'
import type { Settings } from './settings'

/** Null where no search engine is configured: content is written without one. */
export const connectToEngine = ({ meili, secrets }: Settings['env']): EngineClient | null =>
  meili.url === undefined || secrets.meiliApiKey === undefined ? null : connectEngine({ url: meili.url, apiKey: secrets.meiliApiKey })
