// SPDX-License-Identifier: AGPL-3.0-or-later
import { decide } from '../answer/decide.js'
import type { Learned } from '../answer/learned.js'
import { signsOf } from '../answer/signs.js'
import type { Trial } from '../evaluation/measures.js'
import type { Lexicon } from '../lexicon/lexicon.js'
import { rankCase } from './learn.js'
import type { Case } from './gather.js'

/** What the weights make of a case, without an engine. */
export const tryOut = (one: Case, learned: Learned, lexicon: Lexicon): Trial => {
  const { ranked, odds, right } = rankCase(one, learned.ranking)
  const { outcome, probability, items } = decide(ranked, signsOf(one.understood, { ranked, odds }, one.scope, lexicon), learned)
  const place = right.indexOf(true) + 1
  return {
    kind: one.set,
    answerable: one.question.expected.length > 0,
    place: place === 0 ? null : place,
    outcome,
    right: right.slice(0, items.length).includes(true),
    confidence: probability.three,
    ms: 0,
  }
}
