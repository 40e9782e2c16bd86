// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import type { Dialect } from './source.js'

const answer = z.object({ data: z.array(z.object({ index: z.number().int(), embedding: z.array(z.number()) })) })

/** What most services of models understand: vLLM, llama.cpp, LocalAI, text-embeddings-inference and those on the internet. */
export const openAi: Dialect = {
  path: '/v1/embeddings',
  request: (model, input) => ({ model, input }),
  parse: (body) => {
    const parsed = answer.safeParse(body)
    return parsed.success ? parsed.data.data.toSorted((a, b) => a.index - b.index).map(({ embedding }) => embedding) : null
  },
}
