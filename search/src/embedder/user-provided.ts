// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Source } from './source.js'
import { openAi } from './open-ai.js'

/** The engine is given vectors and asks nobody: it needs no way out, and never learns where the service is, nor its key. */
export const userProvided: Source = {
  dialect: openAi,
  settings: ({ dimensions }) => ({ source: 'userProvided', dimensions }),
  engineReadsQuestions: false,
}
