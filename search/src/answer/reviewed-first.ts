// SPDX-License-Identifier: AGPL-3.0-or-later
import { isReviewOverdue } from '@linea-comune/config'
import type { Ranked } from './rank.js'

/** Texts whose scores differ by less answer about as well: the odds of the better one are two to one at most. */
const nearly = 0.7

/** Of texts that answer about as well, those come first that nobody has to review any more. */
export const reviewedFirst = <T extends { ranked: Pick<Ranked, 'score' | 'document'> }>(items: readonly T[], now: Date): T[] => {
  const best = items[0]?.ranked.score ?? 0
  const isOverdue = ({ ranked }: T): boolean => isReviewOverdue(ranked.document().reviewBy, now)
  const near = items.filter(({ ranked }) => best - ranked.score < nearly)
  return [...near.filter((item) => !isOverdue(item)), ...near.filter(isOverdue), ...items.slice(near.length)]
}
