// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EngineClient } from '../client.js'
import type { QuestionDocument } from '../documents/question-document.js'
import type { Embedder } from './embedder.js'

export type AwaitingVector = Pick<QuestionDocument, 'kind' | 'documentId'>

/** Looked for once a minute; the rest waits for the next one. */
const atOnce = 1000
const timeoutMs = 5000

/** Documents without the vector they should have; none while the embedder is away, since nothing could be done for them. */
export const documentsAwaitingVectors = async (client: EngineClient, embedder: Embedder): Promise<AwaitingVector[]> => {
  const { results } = await client
    .index('questions')
    .getDocuments<AwaitingVector>({ filter: 'awaitsVector = true', fields: ['kind', 'documentId'], limit: atOnce })
  if (results.length === 0) return []
  const isBack = await embedder.vectorsOf(['prova'], AbortSignal.timeout(timeoutMs)).then(
    () => true,
    () => false,
  )
  return isBack ? results : []
}
