// SPDX-License-Identifier: AGPL-3.0-or-later
import { confirmedQuestionLimits as limits, type Locale } from '@linea-comune/config'
import { contentTokens } from '../analysis/content-words.js'
import { intentsOf } from '../analysis/intents.js'
import { stem } from '../analysis/stem.js'
import { toTokens } from '../analysis/tokens.js'
import { turningWords } from '../analysis/turning-words.js'
import { redacted } from '../records/redacted.js'
import { withoutMarks } from '../records/without-marks.js'

/** A question as it may be remembered: on one line, without what tells who asked it, and without the marks that stand where it stood. */
export const toKeptQuestion = (text: string): string =>
  withoutMarks(redacted(text)).replace(/\s+/g, ' ').trim().slice(0, limits.question).trim()

/** One word means too many things to be remembered with an answer. */
const fewestWords = 2

/** What makes two remembered questions the same. Null for one that says too little. */
export const questionKey = (question: string, locale: Locale): string | null => {
  const tokens = toTokens(question)
  const stems = new Set(contentTokens(tokens, locale).map((word) => stem(word, locale)))
  if (stems.size < fewestWords) return null
  const intents = intentsOf(question, locale).filter((intent) => intent !== 'how')
  return [...[...stems].sort(), ...intents, ...turningWords(tokens, locale)].join(' ')
}
