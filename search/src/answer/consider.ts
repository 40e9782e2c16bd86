// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Locale } from '@linea-comune/config'
import { analyse, type Analysis } from '../analysis/analyse.js'
import { numberOf } from '../analysis/number-of.js'
import { confirmedAnswers } from '../confirmed/confirmed-answers.js'
import { putFirst } from '../confirmed/put-first.js'
import { takeToMean } from '../lexicon/take-to-mean.js'
import type { Scope } from '../scope/scope.js'
import type { Workshop } from '../scope/workshop.js'
import { decide, type Decision } from './decide.js'
import type { Learned } from './learned.js'
import { rank, type Ranked } from './rank.js'
import { lookedAt, signsOf } from './signs.js'
import type { Thresholds } from './thresholds.js'
import { understand, type Understood } from './understand.js'

export interface Considered {
  question: Understood
  /** As many documents of the scope as were wanted, best first. */
  ranked: Ranked[]
  decision: Decision
}

/** What a question says, citizens' own words taken to mean what the scope says they do. */
export const listen = (workshop: Workshop, scope: Scope, { q, locale }: { q: string; locale: Locale }): Analysis =>
  takeToMean(analyse(q, locale, workshop.lexicon), {
    books: scope.books,
    isSaid: (stems) => scope.isWrittenTogether(stems.map(numberOf)),
  })

/** All that is thought about a question before anything is shown. */
export const consider = (
  workshop: Workshop,
  learned: Learned,
  scope: Scope,
  heard: Analysis,
  thresholds?: Thresholds,
  most = lookedAt,
): Considered => {
  const question = understand(heard, scope, workshop)
  const confirmed = confirmedAnswers(question, scope, workshop, (asked) => listen(workshop, scope, asked))
  // What was confirmed may stand anywhere.
  const wanted = confirmed.length === 0 ? most : Infinity
  const ranking = question.concepts.length === 0 ? { ranked: [], odds: 0 } : rank(question, scope, learned, wanted)
  const decision = decide(ranking.ranked, signsOf(question, ranking, scope, workshop.lexicon), learned, thresholds)
  const ordered = putFirst({ ranked: ranking.ranked, decision }, confirmed)
  return { question, ...ordered, ranked: ordered.ranked.slice(0, most) }
}
