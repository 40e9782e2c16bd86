// SPDX-License-Identifier: AGPL-3.0-or-later
import { keyOf } from '../analysis/number-of.js'
import { featureNames } from '../answer/feature-names.js'
import type { Estimate, Learned } from '../answer/learned.js'
import type { Ranking } from '../answer/rank.js'
import { signNames, type Signs } from '../answer/sign-names.js'
import { signsOf } from '../answer/signs.js'
import type { Lexicon } from '../lexicon/lexicon.js'
import { speaksFor } from './speaks-for.js'
import { dot } from './dot.js'
import { fitLogistic } from './fit-logistic.js'
import { fitRanker } from './fit-ranker.js'
import type { Case } from './gather.js'

/** So much of what people ask nobody answers, by rule of thumb: training questions hold far more of it. */
const unanswerableShare = 0.2

export const learn = (cases: readonly Case[], lexicon: Lexicon): Learned => {
  const ranking = record(
    featureNames,
    fitRanker(
      cases.map(({ candidates }) => ({ rows: candidates.map(({ row }) => row), right: candidates.map(({ right }) => right) })),
      featureNames.length,
    ),
  )
  const judged = cases.flatMap((one) => {
    const { ranked, odds, right } = rankCase(one, ranking)
    const signs = signsOf(one.understood, { ranked, odds }, one.scope, lexicon)
    return signs === null
      ? []
      : [{ signs, first: right[0] === true, three: right.slice(0, 3).includes(true), answerable: isAnswerable(one) }]
  })
  const answerable = judged.filter((one) => one.answerable).length
  const weight = (answerable * unanswerableShare) / (1 - unanswerableShare) / Math.max(1, judged.length - answerable)
  const fit = (isRight: (one: (typeof judged)[number]) => boolean): Estimate => {
    const { base, weights } = fitLogistic(
      judged.map((one) => ({ row: toRow(one.signs), right: isRight(one), weight: one.answerable ? 1 : Math.min(1, weight) })),
      signNames.length,
      (column) => speaksFor[signNames[column] ?? 'score'],
    )
    return { base, weights: record(signNames, weights) }
  }
  return { ranking, first: fit(({ first }) => first), three: fit(({ three }) => three) }
}

const isAnswerable = ({ question }: Case): boolean => question.expected.length > 0

const toRow = (signs: Signs): Float64Array => Float64Array.from(signNames, (name) => signs[name])

const record = <N extends string>(names: readonly N[], values: Float64Array): Record<N, number> =>
  Object.fromEntries(names.map((name, index) => [name, values[index] ?? 0])) as Record<N, number>

/** The candidates of a case in the order that a ranking gives them. */
export const rankCase = ({ candidates }: Case, ranking: Learned['ranking']): Ranking & { right: boolean[] } => {
  const weights = Float64Array.from(featureNames, (name) => ranking[name])
  const scored = candidates
    .map(({ document, row, right }) => ({
      ranked: {
        id: () => document.id,
        document: () => document,
        documentKey: keyOf(document.documentId),
        score: dot(row, weights),
        features: record(featureNames, row),
      },
      right,
    }))
    .sort((a, b) => b.ranked.score - a.ranked.score)
  const best = scored[0]?.ranked.score ?? 0
  const odds = scored.reduce((sum, { ranked }) => sum + Math.exp(ranked.score - best), 0)
  return { ranked: scored.map(({ ranked }) => ranked), odds, right: scored.map(({ right }) => right) }
}
