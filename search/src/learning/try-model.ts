// SPDX-License-Identifier: AGPL-3.0-or-later
import { decide } from '../answer/decide.js'
import type { Model } from '../answer/model.js'
import { signsOf } from '../answer/signs.js'
import type { Trial } from '../evaluation/measures.js'
import type { Lexicon } from '../lexicon/lexicon.js'
import { rankCase } from './fit-model.js'
import type { Case } from './gather.js'

/** What a model makes of a case, without an engine. */
export const tryModel = (one: Case, model: Model, lexicon: Lexicon): Trial => {
  const { ranked, right } = rankCase(one, model.ranking)
  const { outcome, probability, items } = decide(ranked, signsOf(one.understood, ranked, one.scope, lexicon), model)
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
