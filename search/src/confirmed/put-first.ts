// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Decision } from '../answer/decide.js'
import type { Ranked } from '../answer/rank.js'

interface Ordered {
  ranked: Ranked[]
  decision: Decision
}

/** Somebody has said so: there is nothing to estimate. */
const sure = 1

/**
 * The first of the confirmed documents that is still there answers, and the others keep their order; without one nothing changes. Pure.
 * @param confirmed keys of documents
 */
export const putFirst = (considered: Ordered, confirmed: readonly number[]): Ordered => {
  const found = confirmed.flatMap((key) => considered.ranked.find(({ documentKey }) => documentKey === key) ?? [])
  const [answer] = found
  if (answer === undefined) return considered
  return {
    ranked: [answer, ...considered.ranked.filter((other) => other !== answer)],
    decision: { outcome: 'answer', items: [{ ranked: answer, probability: sure }], probability: { first: sure, three: sure } },
  }
}
