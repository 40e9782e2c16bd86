// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Locale } from '@linea-comune/config'
import type { Analysis } from '../analysis/analyse.js'
import { numberOf } from '../analysis/number-of.js'
import { nearestWord, type Nearest } from '../analysis/spelling.js'
import { stem } from '../analysis/stem.js'
import { wordWeight } from '../analysis/word-weight.js'
import type { Lexicon } from '../lexicon/lexicon.js'
import type { GramVector } from '../scope/gram-space.js'
import { toNeedVector, type NeedVector } from '../scope/need-vector.js'
import { toTopicVector, type TopicVector } from '../scope/topic-vector.js'
import type { Workshop } from '../scope/workshop.js'
import type { Scope } from '../scope/scope.js'

/** One word of a question, as the texts of the scope may hold it. */
interface Concept {
  /** Its stems: the citizen's own, and the Italian one of the same letters when the question is in another language. */
  forms: readonly string[]
  /** Numbers of those that a text of the scope holds, or citizens say. */
  stems: readonly number[]
  /** How much it says about which document is meant, whatever the texts. */
  weight: number
  /** How much a match of it is worth, and missing it costs. */
  worth: number
  /** Some text of the scope holds it. */
  known: boolean
  /** Citizens say it of some need. */
  spoken: boolean
}

/** A question in the light of what may answer it. */
export interface Understood extends Analysis {
  concepts: Concept[]
  /** Place in `concepts` of each word that counts, in their order. */
  sequence: number[]
  needs: NeedVector
  /** How likely each of `needs` is, before the likely ones are made to stand out. */
  likelihoods: Float32Array
  /** Needs that contain the likeliest ones. */
  around: ReadonlyMap<number, number>
  topics: TopicVector
  letters: GramVector
}

const needExponent = 2.5
/** So many of the likeliest needs lead to those that contain them. */
const leading = 3
/** A word of the lexicon is taken for a mistyped word of the texts only when they are this near. */
const sureNearness = 0.8
/** A word that no text holds is rare, but people also chat: it counts less than the rarest word of the texts. */
const unknownShare = 0.6
const leastTelling = 0.25
const unknownTelling = 0.8
/** Questions are cut at some length; this bounds what one of rare short words costs. */
const mostConcepts = 48

export const understand = (analysis: Analysis, scope: Scope, workshop: Workshop): Understood => {
  const { lexicon, grams } = workshop
  const { language, words, stems } = analysis
  const spelled = stems.map((word) => spell(word, language, scope, workshop))
  const scores = recognise(
    spelled.map(({ spoken }) => spoken),
    analysis,
    lexicon,
  )
  const needs = toNeedVector(scores, needExponent)
  const likelihoods = new Float32Array(needs.needs.length)
  needs.needs.forEach((need, at) => (likelihoods[at] = scores[need] ?? 0))
  const { concepts, sequence } = toConcepts(analysis, spelled, scope, workshop)
  return {
    concepts,
    sequence,
    needs,
    likelihoods,
    around: aroundOf(needs, workshop),
    topics: toTopicVector(needs, lexicon),
    letters: grams.vector(words.join(' ')),
    // At the end, where copying is quick.
    ...analysis,
  }
}

/** In another language too, people name taxes, cards and offices in Italian: what either language recognises counts. */
const recognise = (spoken: readonly string[], { language, words }: Analysis, lexicon: Lexicon): Float32Array => {
  const scores = lexicon.recognise({ stems: spoken, words }, language, 'citizen')
  if (language === 'it') return scores
  const foreign = Float32Array.from(scores)
  const italian = lexicon.recognise({ stems: words.map((word) => stem(word, 'it')), words }, 'it', 'citizen')
  return foreign.map((score, need) => Math.max(score, italian[need] ?? 0))
}

interface Spelled {
  /** As the texts of the scope write it. */
  written: string
  /** As citizens say it. */
  spoken: string
}

const spell = (word: string, language: Locale, scope: Scope, { lexicon, nearestSpoken }: Workshop): Spelled => {
  // Texts and lexicon are rich in Italian alone: in other languages a correction would turn words into Italian ones.
  if (language !== 'it') return { written: word, spoken: word }
  const isSpoken = lexicon.knows(word, language)
  const said = isSpoken ? null : nearestSpoken(word)
  return { written: writtenAs(word, isSpoken, said, scope), spoken: said?.word ?? word }
}

const writtenAs = (word: string, isSpoken: boolean, said: Nearest | null, scope: Scope): string => {
  if (scope.isWritten(numberOf(word))) return word
  const [written] = scope.vocabularies
    .map((vocabulary) => nearestWord(word, vocabulary))
    .filter((nearest) => nearest !== null)
    .sort((a, b) => b.nearness - a.nearness)
  if (isSpoken) return written !== undefined && written.nearness >= sureNearness ? written.word : word
  if (said !== null && said.nearness > (written?.nearness ?? 0)) return said.word
  return written?.word ?? word
}

const toConcepts = (
  { words, language }: Analysis,
  spelled: readonly Spelled[],
  scope: Scope,
  { lexicon }: Workshop,
): Pick<Understood, 'concepts' | 'sequence'> => {
  const concepts: Concept[] = []
  const places = new Map<string, number>()
  const sequence = spelled.map(({ written }, index) => {
    const known = places.get(written)
    if (known !== undefined) return known
    // The same letters may be an Italian word: names, acronyms, loan words.
    const forms = language === 'it' ? [written] : [written, stem(words[index] ?? '', 'it')]
    places.set(written, concepts.length)
    return concepts.push(toConcept(forms, language, scope, lexicon)) - 1
  })
  return { concepts: concepts.slice(0, mostConcepts), sequence: sequence.filter((place) => place < mostConcepts) }
}

const toConcept = (forms: readonly string[], language: Locale, scope: Scope, lexicon: Lexicon): Concept => {
  const [written = ''] = forms
  const known = [...new Set(forms)].map((form) => ({ form, stem: numberOf(form) }))
  const held = known.flatMap(({ stem }) => (scope.isWritten(stem) ? [stem] : []))
  const stems = known.flatMap(({ form, stem }) => (held.includes(stem) || lexicon.knows(form, 'it') ? [stem] : []))
  const rarity = held.length === 0 ? unknownShare * scope.rarityOfUnknown : Math.min(...held.map(scope.rarity))
  const spoken = lexicon.knows(written, language)
  const tells = language === 'it' ? (spoken ? lexicon.rarity(written, language) : unknownTelling) : 1
  const weight = wordWeight(written, language)
  return {
    forms,
    stems,
    weight,
    worth: weight * (0.7 + rarity) * (leastTelling + (1 - leastTelling) * tells),
    known: held.length > 0,
    spoken,
  }
}

const aroundOf = ({ needs, weights }: NeedVector, { lexicon }: Workshop): ReadonlyMap<number, number> => {
  const around = new Map<number, number>()
  needs.slice(0, leading).forEach((need, index) => {
    for (const [container, share] of lexicon.broader(need))
      around.set(container, Math.max(around.get(container) ?? 0, share * (weights[index] ?? 0)))
  })
  return around
}
