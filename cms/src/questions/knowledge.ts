// SPDX-License-Identifier: AGPL-3.0-or-later
import { connectEngine, createAnswerer, createElsewhere, type Answerer, type Elsewhere } from '@linea-comune/search'
import { settings } from '../settings'

/** What the back office asks of the search library about questions. */
interface Knowledge {
  answerer: Answerer
  elsewhere: Elsewhere
}

let known: Knowledge | null = null

/** Made when first asked for: most of the back office's life nobody needs it. Null without an engine. */
export const knowledge = (): Knowledge | null => {
  const { meili, secrets } = settings().env
  if (meili.url === undefined || secrets.meiliApiKey === undefined) return null
  const client = connectEngine({ url: meili.url, apiKey: secrets.meiliApiKey })
  return (known ??= { answerer: createAnswerer(client), elsewhere: createElsewhere(client) })
}
