// SPDX-License-Identifier: AGPL-3.0-or-later
import { questionMaxLength, type Locale } from '@linea-comune/config'
import { isCourtesy } from './courtesies.js'
import { isStopWord } from './stop-words.js'
import { toTokens } from './tokens.js'

/** The words of a question that say what it is about. */
export const contentWords = (text: string, locale: Locale): string[] =>
  toTokens(text.slice(0, questionMaxLength)).filter((token) => !isStopWord(token, locale) && !isCourtesy(token, locale))
