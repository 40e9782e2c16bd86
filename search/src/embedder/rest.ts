// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Source } from './source.js'
import { openAi } from './open-ai.js'
import { template } from './template.js'

/** In the engine's templates `{{..}}` stands for more of the same. */
export const rest: Source = {
  dialect: openAi,
  settings: ({ url, model, dimensions, key }) => ({
    source: 'rest',
    url: `${url}${openAi.path}`,
    dimensions,
    request: openAi.request(model, ['{{text}}', '{{..}}']),
    response: { data: [{ embedding: '{{embedding}}' }, '{{..}}'] },
    ...template,
    ...(key !== undefined && { apiKey: key }),
  }),
  engineReadsQuestions: true,
}
