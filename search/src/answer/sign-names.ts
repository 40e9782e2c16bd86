// SPDX-License-Identifier: AGPL-3.0-or-later
import { featureNames, type Feature } from './feature-names.js'

/** By what one can tell whether a ranking holds an answer. */
const ownSigns = [
  /** Score of the first document, and how far behind the second and the fourth are. */
  'score',
  'lead',
  'leadOfThree',
  /** Share that the first, and the first three, have of all that speaks for anybody. */
  'firstShare',
  'threeShare',
  /** The best of the first three. */
  'bestCoverage',
  'bestTitleCoverage',
  'bestNeeds',
  /** Words of the question; few words say little, many say much that matters little. */
  'words',
  'brevity',
  /** Share of the question that no text of the scope says, and that neither a text nor the lexicon knows. */
  'unwritten',
  'unknown',
  /** How likely the likeliest need is, and how much likelier than the second. */
  'need',
  'needLead',
  /** How much the texts of the scope speak of the likeliest need, and of the second. */
  'needServed',
  'secondServed',
  /** How likely it is that nobody at a town hall answers, and how much likelier that somebody does. */
  'outside',
  'inside',
] as const
export const signNames = [...featureNames, ...ownSigns] as const
export type Sign = Feature | (typeof ownSigns)[number]
export type Signs = Record<Sign, number>
