// SPDX-License-Identifier: AGPL-3.0-or-later
import { questionMaxLength, type Locale } from '@linea-comune/config'
import { contentTokens } from './content-words.js'
import { intentsOf, type Intent } from './intents.js'
import { languageOf, type Speakers } from './language.js'
import { stem } from './stem.js'
import { toTokens } from './tokens.js'
import { turningWords } from './turning-words.js'
import { unglue } from './unglue.js'

export interface Analysis {
  /** The language of the page the question was asked on. */
  asked: Locale
  /** The language it was written in. */
  language: Locale
  /** Folded words that say what it is about, in their order. */
  words: string[]
  /** A stem for each of them. */
  stems: string[]
  intents: Intent[]
  /** What makes it another question than the same words without it: negations, numbers, before and after. */
  turns: string[]
}

/** What a question says, as far as it can be told without knowing any text that may answer it. Pure. */
export const analyse = (question: string, asked: Locale, speakers: Speakers): Analysis => {
  const text = question.slice(0, questionMaxLength)
  const tokens = toTokens(text)
  const language = languageOf(tokens, asked, speakers)
  const words = contentTokens(tokens, language).map((word) => (language === 'it' ? unglue(word, speakers) : word))
  return {
    asked,
    language,
    words,
    stems: words.map((word) => stem(word, language)),
    intents: intentsOf(text, language),
    turns: turningWords(tokens, language),
  }
}
