// SPDX-License-Identifier: AGPL-3.0-or-later
import { questionMaxLength, type Locale } from '@linea-comune/config'
import { isCourtesy } from './courtesies.js'
import { isStopWord } from './stop-words.js'
import { toTokens } from './tokens.js'

/** Those that say what a question is about. */
export const contentTokens = (tokens: readonly string[], locale: Locale): string[] =>
  tokens.filter((token) => !isStopWord(token, locale) && !isCourtesy(token, locale))

/** The words of a question that say what it is about. */
export const contentWords = (text: string, locale: Locale): string[] => contentTokens(toTokens(text.slice(0, questionMaxLength)), locale)
