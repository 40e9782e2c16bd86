// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Lexicon } from '../lexicon/lexicon.js'
import type { PreparedDocument } from '../scope/prepare-document.js'
import type { Scope } from '../scope/scope.js'
import type { Feature } from './features.js'
import type { Ranked } from './rank.js'
import type { Signs } from './sign-names.js'
import type { Understood } from './understand.js'

const shortLead = 5

export const signsOf = (question: Understood, ranked: readonly Ranked[], scope: Scope, lexicon: Lexicon): Signs | null => {
  const [first, ...others] = ranked
  if (first === undefined) return null
  const behind = (place: number): number => first.score - (others[place - 1]?.score ?? first.score - shortLead)
  const odds = ranked.map(({ score }) => Math.exp(score - first.score))
  const all = odds.reduce((sum, value) => sum + value, 0)
  const best = (feature: Feature): number => Math.max(...ranked.slice(0, 3).map(({ features }) => features[feature]))
  const total = question.concepts.reduce((sum, { worth }) => sum + worth, 0) || 1
  const lacking = (isLacking: (concept: Understood['concepts'][number]) => boolean): number =>
    question.concepts.reduce((sum, concept) => (isLacking(concept) ? sum + concept.worth : sum), 0) / total
  const { needs } = question.needs
  const likelihood = (place: number): number => question.likelihoods[place] ?? 0
  const likeliest = (outOfScope: boolean): number => {
    const place = needs.findIndex((need) => lexicon.needs[need]?.outOfScope === outOfScope)
    return place === -1 ? 0 : likelihood(place)
  }
  return {
    ...first.features,
    score: first.score,
    lead: behind(1),
    leadOfThree: behind(3),
    firstShare: 1 / all,
    threeShare: odds.slice(0, 3).reduce((sum, value) => sum + value, 0) / all,
    bestCoverage: best('coverage'),
    bestTitleCoverage: best('titleCoverage'),
    bestNeeds: best('needs'),
    words: Math.min(question.concepts.length, 8) / 8,
    brevity: 1 / (1 + question.concepts.length),
    unwritten: lacking(({ known }) => !known),
    unknown: lacking(({ known, spoken }) => !known && !spoken),
    need: likelihood(0),
    needLead: likelihood(0) - likelihood(1),
    needServed: served(scope.documents, needs[0]),
    secondServed: served(scope.documents, needs[1]),
    outside: likeliest(true),
    inside: likeliest(false) - likeliest(true),
  }
}

const served = (documents: readonly PreparedDocument[], need: number | undefined): number => {
  if (need === undefined) return 0
  let most = 0
  for (const { needs } of documents) {
    const place = needs.needs.indexOf(need)
    if (place >= 0) most = Math.max(most, needs.weights[place] ?? 0)
  }
  return most
}
