// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  connectEngine,
  createAnswerer,
  createContentReader,
  createElsewhere,
  createPageReader,
  createSuggester,
  type Answerer,
  type ContentReader,
  type Elsewhere,
  type Embedder,
  type PageReader,
  type Suggester,
} from '@linea-comune/search'

import { logError } from './log.js'

/** What the front office asks of the search library. */
export interface Knowledge {
  reader: PageReader
  answerer: Answerer
  suggester: Suggester
  elsewhere: Elsewhere
  content: ContentReader
}

export const connectKnowledge = (engine: { url: string; apiKey: string }, snapshotDir: string, embedder: Embedder | null): Knowledge => {
  const client = connectEngine(engine)
  return {
    reader: createPageReader(client),
    answerer: createAnswerer(client, { snapshotDir, embedder, onError: (error) => logError('answers', error) }),
    suggester: createSuggester(client),
    elsewhere: createElsewhere(client),
    content: createContentReader(client),
  }
}
