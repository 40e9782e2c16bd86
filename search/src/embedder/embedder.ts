// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Env } from '@linea-comune/config'
import { callService } from './call-service.js'
import { ollama } from './ollama.js'
import { rest } from './rest.js'
import type { EmbedderFacts, EngineSettings, Source } from './source.js'
import { userProvided } from './user-provided.js'

/** Turns texts into vectors: those that mean the same lie in the same direction, whatever their words. */
export interface Embedder {
  settings: EngineSettings
  engineReadsQuestions: boolean
  /** Throws when the service is away, slow, or answers something else. */
  vectorsOf: (texts: readonly string[], signal: AbortSignal) => Promise<number[][]>
  /** Least cosine similarity of a question and a text that is worth being offered. */
  least: number
  /** Where vectors come from: vectors of another model, or from elsewhere, cannot be compared with these. */
  origin: string
}

const sources: Record<EmbedderFacts['source'], Source> = { ollama, rest, userProvided }

/** Null where none is configured, which is the rule: then nothing is sent anywhere. */
export const createEmbedder = ({ embedder, secrets }: Pick<Env, 'embedder' | 'secrets'>): Embedder | null => {
  if (embedder === undefined) return null
  const facts: EmbedderFacts = { ...embedder, ...(secrets.embedderKey !== undefined && { key: secrets.embedderKey }) }
  const { dialect, settings, engineReadsQuestions } = sources[facts.source]
  return {
    settings: settings(facts),
    engineReadsQuestions,
    vectorsOf: (texts, signal) => callService(dialect, facts, texts, signal),
    least: facts.least,
    origin: `${facts.url} ${facts.model}`,
  }
}
