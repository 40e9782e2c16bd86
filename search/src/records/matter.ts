// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AskedQuestion } from '@linea-comune/config'
import type { Understood } from '../answer/understand.js'
import type { Lexicon } from '../lexicon/lexicon.js'

/** From here on the likeliest need is taken for what was meant. */
const sureLikelihood = 0.5
/** So many of the words that tell most stand for a question whose need nobody knows. */
const tellingWords = 3

type Matter = Pick<AskedQuestion, 'matter' | 'need' | 'topic' | 'outOfScope'>

/** What a question is about, the same however it is put: questions of one matter are one gap when nobody answers them. */
export const matterOf = ({ needs, likelihoods, concepts }: Understood, lexicon: Lexicon): Matter => {
  const [likeliest] = needs.needs
  const need = likeliest === undefined || (likelihoods[0] ?? 0) < sureLikelihood ? undefined : lexicon.needs[likeliest]
  if (need !== undefined)
    return { matter: `need:${need.id}`, need: need.means[0] ?? '', topic: need.topics[0] ?? '', outOfScope: need.outOfScope }
  const telling = [...concepts]
    .sort((a, b) => b.worth - a.worth)
    .slice(0, tellingWords)
    .map(({ forms }) => forms[0] ?? '')
    .sort()
  return { matter: `words:${telling.join(' ').slice(0, 120)}`, need: '', topic: '', outOfScope: false }
}
