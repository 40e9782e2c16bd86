// SPDX-License-Identifier: AGPL-3.0-or-later
import { stemFields, type StemField } from '../documents/stem-fields.js'
import type { QuestionDocument } from '../documents/question-document.js'
import type { CountedConcept, CountedTerm } from './candidates.js'
import { nearness } from './typos.js'

export type FieldStems = Partial<Record<StemField, string[]>>

const split = (text: string): string[] => (text === '' ? [] : text.split(' '))

export const fieldStemsOf = (document: QuestionDocument): FieldStems =>
  Object.fromEntries(
    stemFields.flatMap((field) => {
      const value = document[field]
      if (value === undefined) return []
      return [[field, Array.isArray(value) ? value.flatMap(split) : split(value)]]
    }),
  )

/** How often the stems stand side by side. */
const countSequence = (stems: readonly string[], wanted: readonly string[]): number => {
  let count = 0
  for (let at = 0; at + wanted.length <= stems.length; at++) if (wanted.every((word, offset) => stems[at + offset] === word)) count++
  return count
}

/** Below this the engine's "similar" word is too far to be taken for the same. */
const minNearness = 0.6

/** Occurrences of a word that is nowhere in the texts: the nearest ones, worth their nearness. */
const countSimilar = (stems: readonly string[], typed: string): number =>
  stems.reduce((sum, found) => {
    const near = nearness(typed, found)
    return near >= minNearness ? sum + near : sum
  }, 0)

/** True when nobody writes the concept in any of its ways, so that the citizen may have mistyped it. */
export const isUnknown = ({ terms }: CountedConcept): boolean => terms.every(({ documents }) => documents === 0)

/** Occurrences of each term of a concept in each field of a document. */
export interface TermMatch {
  term: CountedTerm
  fields: Partial<Record<StemField, number>>
}

export const matchesOf = (concept: CountedConcept, document: QuestionDocument, fields: FieldStems): TermMatch[] => {
  const unknown = isUnknown(concept)
  return concept.terms.flatMap((term, index) => {
    if (term.locale !== document.locale) return []
    const [word] = term.stems
    const count =
      unknown && index === 0 && term.stems.length === 1 && word !== undefined && concept.similar > 0
        ? (stems: readonly string[]) => countSimilar(stems, word)
        : (stems: readonly string[]) => countSequence(stems, term.stems)
    const counts = Object.entries(fields).flatMap(([field, stems]) => {
      const occurrences = count(stems)
      return occurrences > 0 ? [[field, occurrences] as const] : []
    })
    return counts.length === 0 ? [] : [{ term, fields: Object.fromEntries(counts) }]
  })
}
