// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Locale } from '@linea-comune/config'
import { intents, intentSections, intentsOf, type Intent } from '../analysis/intents.js'
import type { QuestionDocument } from '../documents/question-document.js'
import { headFields, stemFields, type StemField } from '../documents/stem-fields.js'
import type { Lexicon } from '../lexicon/lexicon.js'
import type { GramVector } from './gram-space.js'
import { toNeedVector, type NeedVector } from './need-vector.js'
import type { Workshop } from './workshop.js'

/** A sheet or FAQ, in one language, as ranking reads it: numbers only, some two kilobytes. */
export interface PreparedDocument {
  id: string
  documentId: string
  scope: string
  kind: 'sheet' | 'faq'
  locale: Locale
  givesWayTo: readonly string[]
  /** Stems of all fields, one after the other. */
  stems: Int32Array
  /** Which field begins where in `stems`; a field ends where the next begins. */
  fields: readonly { field: StemField; start: number; end: number }[]
  /** The distinct stems of the title and of each phrasing. */
  phrasings: readonly Int32Array[]
  title: GramVector
  needs: NeedVector
  /** For each of `needs`: how much of one of its official names stands in the title and the key words; above 1 when the title says it. */
  named: Float32Array
  /** What it says about its service: costs, times… */
  answers: ReadonlySet<Intent>
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

export const prepareDocument = ({ table, lexicon, grams }: Workshop, document: QuestionDocument): PreparedDocument => {
  const texts = stemFields.flatMap((field): { field: StemField; stems: string[] }[] => {
    const stems = field === 'sPhrasings' ? document.sPhrasings.flatMap(split) : split(document[field])
    return stems.length === 0 ? [] : [{ field, stems }]
  })
  let end = 0
  const fields = texts.map(({ field, stems }) => ({ field, start: end, end: (end += stems.length) }))
  const needs = needsOf(lexicon, document)
  return {
    id: document.id,
    documentId: document.documentId,
    scope: document.scope,
    kind: document.kind,
    locale: document.locale,
    givesWayTo: document.givesWayTo,
    stems: Int32Array.from(texts.flatMap(({ stems }) => stems.map(table.number))),
    fields,
    phrasings: [document.sTitle, ...document.sPhrasings].map((text) => Int32Array.from(new Set(split(text).map(table.number)))),
    title: grams.vector(document.title, true),
    needs,
    named: namedNeeds(lexicon, document, needs),
    answers: answersOf(document),
  }
}

const needsOf = (lexicon: Lexicon, document: QuestionDocument): NeedVector => {
  const sum = new Float32Array(lexicon.needs.length)
  const add = (stems: readonly string[], weight: number): void => {
    if (stems.length === 0) return
    lexicon.recognise(stems, document.locale, 'administration').forEach((score, need) => {
      sum[need] = (sum[need] ?? 0) + weight * score
    })
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
  const worth = (stems: readonly string[]): number => stems.reduce((sum, stem) => sum + 0.2 + lexicon.rarity(stem, 'it'), 0)
  return Float32Array.from(needs, (need) =>
    Math.max(
      0,
      ...lexicon.means(need).map((name) => {
        if (title.includes(` ${name.join(' ')} `)) return titleSaysIt
        const found = name.filter((stem) => head.has(stem))
        return (worth(found) / worth(name)) * (found.length === name.length ? 1 : incomplete)
      }),
    ),
  )
}

/** A sheet answers what it has a section for, a FAQ what its own question asks. */
const answersOf = ({ kind, locale, title, sections }: QuestionDocument): ReadonlySet<Intent> => {
  if (kind === 'faq') return new Set(intentsOf(title, locale))
  const keys = new Set(sections.map(({ key }) => key))
  return new Set(intents.filter((intent) => intentSections[intent].some((key) => keys.has(key))))
}
