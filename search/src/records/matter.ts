// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AskedQuestion } from '@linea-comune/config'
import { stemsOf } from '../analysis/stems-of.js'
import type { Understood } from '../answer/understand.js'
import type { Lexicon } from '../lexicon/lexicon.js'
import { withoutMarks } from './without-marks.js'

/** From here on the likeliest need is taken for what was meant. */
const sureLikelihood = 0.5
/** So many of the words that tell most stand for a question whose need nobody knows. */
const tellingWords = 3

type Matter = Pick<AskedQuestion, 'matter' | 'need' | 'topic' | 'outOfScope'>

/**
 * What a question is about, the same however it is put: questions of one matter are one gap when nobody answers them.
 * @param kept the question as it is kept: no word that was removed from it may come back as a matter
 */
export const matterOf = ({ needs, likelihoods, concepts, language }: Understood, kept: string, lexicon: Lexicon): Matter => {
  const [likeliest] = needs.needs
  const need = likeliest === undefined || (likelihoods[0] ?? 0) < sureLikelihood ? undefined : lexicon.needs[likeliest]
  if (need !== undefined)
    return { matter: `need:${need.id}`, need: need.means[0] ?? '', topic: need.topics[0] ?? '', outOfScope: need.outOfScope }
  const left = new Set(stemsOf(withoutMarks(kept), language))
  const telling = concepts
    .filter(({ forms, known, spoken }) => (known || spoken) && left.has(forms[0] ?? ''))
    .sort((a, b) => b.worth - a.worth)
    .slice(0, tellingWords)
    .map(({ forms }) => forms[0] ?? '')
    .sort()
  // Without any, nothing is known of what it is about: such questions are no gap.
  return { matter: `words:${telling.join(' ').slice(0, 120)}`, need: '', topic: '', outOfScope: false }
}
