// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Locale } from '@linea-comune/config'
import { stem } from './stem.js'
import { isStopWord } from './stop-words.js'
import { toTokens } from './tokens.js'

/** A text as the index of questions holds it. */
export const stemsOf = (text: string, locale: Locale): string[] =>
  toTokens(text)
    .filter((token) => !isStopWord(token, locale))
    .map((token) => stem(token, locale))
