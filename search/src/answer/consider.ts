// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Locale } from '@linea-comune/config'
import { analyse } from '../analysis/analyse.js'
import type { Scope } from '../scope/scope.js'
import type { Workshop } from '../scope/workshop.js'
import { decide, type Decision } from './decide.js'
import type { Learned } from './learned.js'
import { rank, type Ranked } from './rank.js'
import { signsOf } from './signs.js'
import type { Thresholds } from './thresholds.js'
import { understand, type Understood } from './understand.js'

export interface Considered {
  question: Understood
  /** Every document of the scope, best first. */
  ranked: Ranked[]
  decision: Decision
}

/** All that is thought about a question before anything is shown. */
export const consider = (
  workshop: Workshop,
  learned: Learned,
  scope: Scope,
  { q, locale, thresholds }: { q: string; locale: Locale; thresholds?: Thresholds | undefined },
): Considered => {
  const question = understand(analyse(q, locale, workshop.lexicon), scope, workshop)
  const ranked = question.concepts.length === 0 ? [] : rank(question, scope, learned)
  return { question, ranked, decision: decide(ranked, signsOf(question, ranked, scope, workshop.lexicon), learned, thresholds) }
}
