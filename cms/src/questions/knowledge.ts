// SPDX-License-Identifier: AGPL-3.0-or-later
import { createAnswerer, createElsewhere, type Answerer, type Elsewhere } from '@linea-comune/search'
import { connectToEngine } from '../engine'
import { settings } from '../settings'

/** What the back office asks of the search library about questions. */
interface Knowledge {
  answerer: Answerer
  elsewhere: Elsewhere
}

let known: Knowledge | null = null

const connect = (): Knowledge | null => {
  const client = connectToEngine(settings().env)
  return client && { answerer: createAnswerer(client), elsewhere: createElsewhere(client) }
}

/** Made when first asked for, since it keeps texts in memory: most of the back office's life nobody needs it. Null without an engine. */
export const knowledge = (): Knowledge | null => (known ??= connect())
