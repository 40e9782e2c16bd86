// SPDX-License-Identifier: AGPL-3.0-or-later
import { questionMaxLength, type Locale } from '@linea-comune/config'
import { toConcepts, type Concept } from './concepts.js'
import { contentWords } from './content-words.js'
import { intentsOf, type Intent } from './intents.js'
import { languageOf } from './language.js'
import { toTokens } from './tokens.js'

export interface Analysis {
  /** The language of the page the question was asked on. */
  asked: Locale
  /** The language it was written in. */
  language: Locale
  /** Folded words that say what it is about. */
  words: string[]
  /** Those most likely to tell documents apart, at most eight. */
  concepts: Concept[]
  intents: Intent[]
}

/** A rambling question is reduced to what counts: each concept costs the engine up to six searches. */
const maxConcepts = 8

const tellsMost = (a: Concept, b: Concept): number => b.weight - a.weight || b.terms.length - a.terms.length

export const analyse = (question: string, asked: Locale): Analysis => {
  const text = question.slice(0, questionMaxLength)
  const language = languageOf(toTokens(text), asked)
  const words = contentWords(text, language)
  const concepts = toConcepts(words, language, asked)
  const chosen = new Set(concepts.toSorted(tellsMost).slice(0, maxConcepts))
  return { asked, language, words, concepts: concepts.filter((concept) => chosen.has(concept)), intents: intentsOf(text, language) }
}
