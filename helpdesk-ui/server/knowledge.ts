// SPDX-License-Identifier: AGPL-3.0-or-later
import {
  connectEngine,
  createAnswerer,
  createContentReader,
  createElsewhere,
  createPageReader,
  createSuggester,
  toKeptQuestion,
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
  /** A question as it may be remembered, without what tells who asked it. */
  toKeptQuestion: (text: string) => string
}

export const connectKnowledge = (engine: { url: string; apiKey: string }, snapshotDir: string, embedder: Embedder | null): Knowledge => {
  const client = connectEngine(engine)
  return {
    reader: createPageReader(client),
    answerer: createAnswerer(client, { snapshotDir, embedder, onError: (error) => logError('answers', error) }),
    suggester: createSuggester(client),
    elsewhere: createElsewhere(client),
    content: createContentReader(client),
    toKeptQuestion,
  }
}
