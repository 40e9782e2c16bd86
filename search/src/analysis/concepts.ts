// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Locale } from '@linea-comune/config'
import { isCommon } from './common-words.js'
import { isAsking } from './intents.js'
import { lexicons, maxExpressionWords } from './lexicon.js'
import { stem } from './stem.js'

/** One way to find a concept: stems that stand side by side in texts of one language. */
export interface Term {
  stems: readonly string[]
  locale: Locale
  /** How much a match of it is worth, compared with the citizen's own word. */
  weight: number
}

/** One thing a question speaks of, and the ways to say it. The first term is the citizen's own. */
export interface Concept {
  words: string
  terms: Term[]
  /** How much it says about which document is meant. */
  weight: number
}

const termWeights = { own: 1, lexicon: 0.85, translated: 0.8, wordOfExpression: 0.4, unglued: 0.7 }
const conceptWeights = { content: 1, common: 0.5, asking: 0.35, number: 0.3 }
/** The engine is asked once per term. */
const maxLexiconTerms = 4

/** "didentita", "lufficio": the apostrophe left out altogether. */
const glued = /^(?:dell|all|nell|dall|sull|un|d|l)([aeiou]\p{L}{3,})$/u

/** Words of a question, grouped into the things it speaks of: the longest expressions the lexicon knows first. */
export const toConcepts = (words: readonly string[], language: Locale, asked: Locale): Concept[] => {
  const stems = words.map((word) => stem(word, language))
  const concepts: Concept[] = []
  for (let at = 0; at < words.length;) {
    const length = expressionLengthAt(stems, at, language)
    concepts.push(toConcept(words.slice(at, at + length), stems.slice(at, at + length), language, asked))
    at += length
  }
  return unique(concepts)
}

const expressionLengthAt = (stems: readonly string[], at: number, language: Locale): number => {
  for (let length = Math.min(maxExpressionWords, stems.length - at); length > 1; length--)
    if (lexicons[language].has(stems.slice(at, at + length).join(' '))) return length
  return 1
}

const toConcept = (words: readonly string[], stems: readonly string[], language: Locale, asked: Locale): Concept => {
  const own: Term = { stems, locale: language, weight: termWeights.own }
  const known = (lexicons[language].get(stems.join(' ')) ?? []).slice(0, maxLexiconTerms)
  const meant = known.map((meaning): Term => ({
    stems: meaning,
    locale: 'it',
    weight: language === 'it' ? termWeights.lexicon : termWeights.translated,
  }))
  // The same letters may be a word of the page's language or of Italian: names, acronyms, loan words.
  const elsewhere = ([...new Set([asked, 'it'])] as Locale[])
    .filter((locale) => locale !== language)
    .map((locale): Term => ({ stems: words.map((word) => stem(word, locale)), locale, weight: termWeights.own }))
  return {
    words: words.join(' '),
    terms: uniqueTerms([own, ...elsewhere, ...meant, ...unglued(words, language), ...wordsApart(stems, language)]),
    weight: conceptWeight(words, stems, language),
  }
}

const wordsApart = (stems: readonly string[], locale: Locale): Term[] =>
  stems.length === 1 ? [] : stems.map((word) => ({ stems: [word], locale, weight: termWeights.wordOfExpression }))

const unglued = (words: readonly string[], language: Locale): Term[] => {
  const rest = language === 'it' && words.length === 1 ? glued.exec(words[0] ?? '')?.[1] : undefined
  return rest === undefined ? [] : [{ stems: [stem(rest, 'it')], locale: 'it', weight: termWeights.unglued }]
}

const conceptWeight = (words: readonly string[], stems: readonly string[], language: Locale): number => {
  if (words.every((word) => /^\p{N}+$/u.test(word)) && !lexicons[language].has(stems.join(' '))) return conceptWeights.number
  if (stems.every((word) => isAsking(word, language))) return conceptWeights.asking
  return stems.every((word) => isCommon(word, language)) ? conceptWeights.common : conceptWeights.content
}

const termKey = ({ locale, stems }: Term): string => `${locale} ${stems.join(' ')}`

const uniqueTerms = (terms: readonly Term[]): Term[] =>
  terms.filter((term, index) => terms.findIndex((other) => termKey(other) === termKey(term)) === index)

const unique = (concepts: readonly Concept[]): Concept[] => {
  const key = ({ terms }: Concept) => (terms[0] === undefined ? '' : termKey(terms[0]))
  return concepts.filter((concept, index) => concepts.findIndex((other) => key(other) === key(concept)) === index)
}
