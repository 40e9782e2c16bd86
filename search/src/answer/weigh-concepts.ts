// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Candidates, CountedConcept } from './candidates.js'
import { isUnknown } from './matches.js'

/** A concept with how much it tells documents apart. */
export interface WeighedConcept extends CountedConcept {
  /** Rarity times importance: what a match of it is worth, and what missing it costs. */
  worth: number
}

const rarity = (documents: number, total: number): number => Math.log(1 + (total - documents + 0.5) / (documents + 0.5))

/** A word that is nowhere is rare, but people also chat: it counts less than the rarest word of the texts. */
const unknownShare = 0.6
/** Ways of saying it that are worth less do not make a concept common: "card" alone is not "identity card". */
const minTermWeight = 0.7

const rarityOf = (concept: CountedConcept, total: number): number => {
  if (isUnknown(concept)) return concept.similar > 0 ? rarity(Math.min(concept.similar, total), total) : unknownShare * rarity(1, total)
  const documents = Math.max(...concept.terms.map((term) => (term.weight >= minTermWeight ? term.documents : 0)))
  return rarity(Math.min(documents, total), total)
}

/** A concept is as common as its commonest name. Words that only ask weigh less than whatever they ask about. */
export const weighConcepts = ({ concepts, totals }: Pick<Candidates, 'concepts' | 'totals'>): WeighedConcept[] => {
  const total = Math.max(1, ...Object.values(totals))
  const rarest = Math.max(0, ...concepts.filter(({ weight }) => weight >= 1).map((concept) => rarityOf(concept, total)))
  return concepts.map((concept) => {
    const own = rarityOf(concept, total)
    return { ...concept, worth: concept.weight * (0.7 + (concept.weight < 1 && rarest > 0 ? Math.min(own, rarest) : own)) }
  })
}
