// SPDX-License-Identifier: AGPL-3.0-or-later
import { readRelevanceSets } from '../../../search/src/evaluation/relevance-sets.js'
import { readLexicon } from '../../../search/src/lexicon/read-lexicon.js'

const openings = [
  '',
  'Buongiorno, ',
  'salve, ',
  'Scusate, ',
  'una domanda: ',
  'abito da poco in paese, ',
  'sono in pensione e vorrei sapere: ',
  'per mia madre: ',
  'chiedo per mio figlio: ',
  'lavoro fino a tardi, ',
  'Gentile Comune, ',
  'sono uno studente, ',
  'buonasera, ',
]
const closings = [
  '',
  ' grazie',
  ' per favore',
  ' si può fare online?',
  ' anche di sabato?',
  ' quanto tempo ci vuole?',
  ' serve un appuntamento?',
  ' posso delegare qualcuno?',
  ' entro fine mese',
  ' e a chi mi rivolgo?',
  ' ho già lo SPID',
]

/**
 * Real questions of every kind (one word, mistyped, a long story) with another beginning or end each time. No two are alike until all
 * have been asked, some seven hundred thousand.
 */
export const createQuestions = (): (() => string) => {
  const asked = [
    ...new Set([
      ...readRelevanceSets().flatMap(({ test, training }) =>
        [...test, ...training].flatMap(({ q, locale }) => (locale === 'it' ? [q] : [])),
      ),
      ...readLexicon().flatMap(({ phrasings }) => phrasings),
    ]),
  ]
  const ways = openings.length * closings.length
  let given = 0
  return () => {
    const number = given++
    // Another question each time, in an order without neighbours; when all were asked, each with its next beginning and end.
    const place = (number * 1_000_003) % asked.length
    const question = asked[place] ?? ''
    const way = (Math.floor(number / asked.length) + place * 7) % ways
    return `${openings[way % openings.length] ?? ''}${question}${closings[Math.floor(way / openings.length)] ?? ''}`
  }
}
