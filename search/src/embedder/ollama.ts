// SPDX-License-Identifier: AGPL-3.0-or-later
import { z } from 'zod'
import type { Source } from './source.js'
import { template } from './template.js'

const answer = z.object({ embeddings: z.array(z.array(z.number())) })

/** https://github.com/ollama/ollama/blob/main/docs/api.md#generate-embeddings */
export const ollama: Source = {
  dialect: {
    path: '/api/embed',
    request: (model, input) => ({ model, input }),
    parse: (body) => answer.safeParse(body).data?.embeddings ?? null,
  },
  settings: ({ url, model, dimensions, key }) => ({
    source: 'ollama',
    url: `${url}/api/embed`,
    model,
    dimensions,
    ...template,
    ...(key !== undefined && { apiKey: key }),
  }),
  engineReadsQuestions: true,
}
