// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Embedder } from './embedder.js'

/** Name of the embedder in the index of questions. */
export const embedderName = 'meaning'

/** What the engine must be told with every record of an index that has an embedder, so that it never makes a vector by itself. */
export interface WithVector {
  _vectors: Record<typeof embedderName, { embeddings: number[]; regenerate: false }>
  /** It should have a vector, and has none: the service was away. */
  awaitsVector: boolean
}

const withVector = (vector: readonly number[], awaitsVector: boolean): WithVector => ({
  _vectors: { [embedderName]: { embeddings: [...vector], regenerate: false } },
  awaitsVector,
})

/** Of a record that no question is answered with. */
export const noVector = withVector([], false)

const textsAtOnce = 32
const timeoutMs = 20_000
/** Publishing is not to wait again and again for a service that is away. */
const pauseMs = 60_000

/** A vector for each text, or none while the service is away: what is published is published, and gets its vector later. */
export const createVectorsFor = (
  embedder: Pick<Embedder, 'vectorsOf'>,
  onError: (error: unknown) => void,
  now: () => number = Date.now,
) => {
  let awayUntil = 0
  const some = async (texts: readonly string[]): Promise<WithVector[]> => {
    if (now() < awayUntil) return texts.map(() => withVector([], true))
    try {
      return (await embedder.vectorsOf(texts, AbortSignal.timeout(timeoutMs))).map((vector) => withVector(vector, false))
    } catch (error) {
      onError(error)
      awayUntil = now() + pauseMs
      return texts.map(() => withVector([], true))
    }
  }
  return {
    /** In the order of the texts; null stands for what has none. */
    of: async (texts: readonly (string | null)[]): Promise<WithVector[]> => {
      const wanted = texts.filter((text) => text !== null)
      const made: WithVector[] = []
      for (let start = 0; start < wanted.length; start += textsAtOnce) made.push(...(await some(wanted.slice(start, start + textsAtOnce))))
      let next = 0
      return texts.map((text) => (text === null ? noVector : (made[next++] ?? noVector)))
    },
  }
}
