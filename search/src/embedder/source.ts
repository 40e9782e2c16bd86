// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Env } from '@linea-comune/config'
import type { EngineClient } from '../client.js'

export type EmbedderFacts = NonNullable<Env['embedder']> & { key?: string }

export type EngineSettings = NonNullable<
  NonNullable<Parameters<ReturnType<EngineClient['index']>['updateSettings']>[0]['embedders']>[string]
>

/** How a service of embeddings is asked. */
export interface Dialect {
  path: string
  request: (model: string, texts: readonly string[]) => object
  /** The vectors in an answer, in the order of the texts; null when it is none. */
  parse: (answer: unknown) => number[][] | null
}

/** One way of having texts and questions turned into vectors. */
export interface Source {
  dialect: Dialect
  /** What the engine must know of it. */
  settings: (facts: EmbedderFacts) => EngineSettings
  /** The engine asks the service about a question by itself: whoever searches needs no way to it. */
  engineReadsQuestions: boolean
}
