// SPDX-License-Identifier: AGPL-3.0-or-later
import { intentBits, intents, intentSections, intentsOf, type Intent } from '../analysis/intents.js'
import type { QuestionDocument, StampedQuestion } from '../documents/question-document.js'
import { headFields, stemFields, type StemField } from '../documents/stem-fields.js'
import type { Lexicon } from '../lexicon/lexicon.js'
import type { GramVector } from './gram-space.js'
import { toNeedVector, type NeedVector } from './need-vector.js'
import { toTopicVector, type TopicVector } from './topic-vector.js'
import type { Workshop } from './workshop.js'

/** A sheet or FAQ, in one language, with all that ranking asks of it. It lives until it is packed with others. */
export interface PreparedDocument {
  document: StampedQuestion
  fields: readonly { field: StemField; stems: readonly string[] }[]
  /** The distinct stems of the title and of each phrasing. */
  phrasings: readonly (readonly string[])[]
  title: GramVector
  needs: NeedVector
  topics: TopicVector
  /** For each of `needs`: how much of one of its official names stands in the title and the key words; above 1 when the title says it. */
  named: Float32Array
  /** What it says about its service, as bits: costs, times… */
  answers: number
}

/** Which parts of a document tell what it is about, how much, and how far they are read. */
const telling: readonly { field: StemField; weight: number; words?: number }[] = [
  { field: 'sTitle', weight: 1 },
  { field: 'sSummary', weight: 0.4 },
  { field: 'sKeywords', weight: 0.25 },
  { field: 'sAnswer', weight: 0.2, words: 60 },
  { field: 'sHowTo', weight: 0.15, words: 60 },
  { field: 'sAudience', weight: 0.15, words: 40 },
  { field: 'sFurtherInfo', weight: 0.12, words: 60 },
  { field: 'sNeeded', weight: 0.1, words: 60 },
]
const phrasingsWeight = 0.8
const needExponent = 1.5

const split = (text: string | undefined): string[] => (text === undefined || text === '' ? [] : text.split(' '))

export const prepareDocument = ({ lexicon, grams }: Workshop, document: StampedQuestion): PreparedDocument => {
  const needs = needsOf(lexicon, document)
  return {
    document,
    fields: stemFields.flatMap((field) => {
      const stems = field === 'sPhrasings' ? document.sPhrasings.flatMap(split) : split(document[field])
      return stems.length === 0 ? [] : [{ field, stems }]
    }),
    phrasings: [document.sTitle, ...document.sPhrasings].map((text) => [...new Set(split(text))]),
    title: grams.vector(document.title),
    needs,
    topics: toTopicVector(needs, lexicon),
    named: namedNeeds(lexicon, document, needs),
    answers: intentBits(answersOf(document)),
  }
}

const needsOf = (lexicon: Lexicon, document: QuestionDocument): NeedVector => {
  const sum = new Float32Array(lexicon.needs.length)
  const add = (stems: readonly string[], weight: number): void => {
    if (stems.length === 0) return
    const scores = lexicon.recognise({ stems }, document.locale, 'administration')
    for (let need = 0; need < scores.length; need++) sum[need] = (sum[need] ?? 0) + weight * (scores[need] ?? 0)
  }
  for (const { field, weight, words } of telling) if (field !== 'sPhrasings') add(split(document[field]).slice(0, words), weight)
  for (const phrasing of document.sPhrasings) add(split(phrasing), phrasingsWeight / document.sPhrasings.length)
  return toNeedVector(sum, needExponent)
}

/** The title that says a need's official name says more than one that says some of its words. */
const titleSaysIt = 1.2
const incomplete = 0.6

const namedNeeds = (lexicon: Lexicon, document: QuestionDocument, { needs }: NeedVector): Float32Array => {
  const title = ` ${document.sTitle} `
  const head = new Set(
    headFields.flatMap((field) => (field === 'sPhrasings' ? document.sPhrasings.flatMap(split) : split(document[field]))),
  )
  return Float32Array.from(needs, (need) => {
    let most = 0
    for (const { stems, worths, worth, text } of lexicon.means(need)) {
      if (title.includes(text)) return titleSaysIt
      let found = 0
      let count = 0
      stems.forEach((stem, at) => {
        if (!head.has(stem)) return
        found += worths[at] ?? 0
        count += 1
      })
      most = Math.max(most, (found / worth) * (count === stems.length ? 1 : incomplete))
    }
    return most
  })
}

/** A sheet answers what it has a section for, a FAQ what its own question asks. */
const answersOf = ({ kind, locale, title, sections }: QuestionDocument): readonly Intent[] => {
  if (kind === 'faq') return intentsOf(title, locale)
  const keys = new Set(sections.map(({ key }) => key))
  return intents.filter((intent) => intentSections[intent].some((key) => keys.has(key)))
}
