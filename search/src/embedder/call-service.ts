// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Dialect, EmbedderFacts } from './source.js'

class EmbedderError extends Error {
  override name = 'EmbedderError'
}

/**
 * The door to the service of embeddings. Its address comes from whoever runs the system, so it may lie in their own network; a redirect
 * would lead elsewhere and is not followed. What was asked is never part of an error: it may be a citizen's question.
 */
export const callService = async (
  { path, request, parse }: Dialect,
  { url, model, dimensions, key }: EmbedderFacts,
  texts: readonly string[],
  signal: AbortSignal,
): Promise<number[][]> => {
  const vectors = parse(await post(`${url}${path}`, request(model, texts), key, signal))
  if (vectors === null) throw new EmbedderError('the embedder answers something else than vectors')
  if (vectors.length !== texts.length) throw new EmbedderError(`the embedder gave ${vectors.length} vectors for ${texts.length} texts`)
  const wrong = vectors.find(({ length }) => length !== dimensions)
  if (wrong !== undefined)
    throw new EmbedderError(`the embedder's vectors have ${wrong.length} dimensions, and EMBEDDER_DIMENSIONS says ${dimensions}`)
  return vectors
}

const post = async (address: string, body: object, key: string | undefined, signal: AbortSignal): Promise<unknown> => {
  try {
    const answer = await fetch(address, {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json', ...(key !== undefined && { authorization: `Bearer ${key}` }) },
      redirect: 'error',
      signal,
    })
    if (answer.ok) return await answer.json()
    await answer.body?.cancel()
    throw new EmbedderError(`the embedder answers with status ${answer.status}`)
  } catch (error) {
    if (error instanceof EmbedderError) throw error
    throw new EmbedderError(signal.aborted ? 'the embedder did not answer in time' : 'the embedder cannot be reached', { cause: error })
  }
}
