// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Candidates, CountedConcept } from './candidates.js'
import { isUnknown } from './matches.js'

/** A concept with how much it tells documents apart. */
export interface WeighedConcept extends CountedConcept {
  /** Rarity times importance: what a match of it is worth, and what missing it costs. */
  worth: number
}

const rarity = (documents: number, total: number): number => Math.log(1 + (total - documents + 0.5) / (documents + 0.5))

/** Rarity of the way of saying it that most documents use: a concept is as common as its commonest name. */
export const weighConcepts = ({ concepts, totals }: Pick<Candidates, 'concepts' | 'totals'>): WeighedConcept[] => {
  const largest = Math.max(1, ...Object.values(totals))
  return concepts.map((concept) => {
    // A word that is nowhere is as rare as can be: questions about other things consist of such words.
    const documents = isUnknown(concept) ? Math.min(concept.similar, 1) : Math.max(...concept.terms.map((term) => term.documents * (term.weight >= 0.7 ? 1 : 0)))
    return { ...concept, worth: concept.weight * rarity(Math.min(documents, largest), largest) }
  })
}
