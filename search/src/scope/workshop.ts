// SPDX-License-Identifier: AGPL-3.0-or-later
import { lettersOf } from '../analysis/letters.js'
import { remembering } from '../analysis/remembering.js'
import { nearestWord, type Nearest } from '../analysis/spelling.js'
import { toTokens } from '../analysis/tokens.js'
import { createLexicon, type Lexicon } from '../lexicon/lexicon.js'
import { foreignLocales, type Need } from '../lexicon/need.js'
import { readLexicon } from '../lexicon/read-lexicon.js'
import { createGramSpace, type GramSpace } from './gram-space.js'

/** What texts and questions are made comparable with. Two things that are compared come from one workshop. */
export interface Workshop {
  lexicon: Lexicon
  grams: GramSpace
  /** The nearest word that citizens say in Italian. */
  nearestSpoken: (typed: string) => Nearest | null
  /** Every word said of what a town hall does, folded and whole. */
  words: ReadonlySet<string>
}

const mostRemembered = 5000

const createWorkshop = (needs: readonly Need[]): Workshop => {
  const lexicon = createLexicon(needs)
  const spoken = [...lexicon.vocabulary('it')]
  const vocabulary = {
    letters: Int32Array.from(spoken, lettersOf),
    length: (word: number) => spoken[word]?.length ?? 0,
    text: (word: number) => spoken[word] ?? '',
    commonness: (word: number) => 1 - lexicon.rarity(spoken[word] ?? '', 'it'),
  }
  return {
    lexicon,
    grams: createGramSpace(needs),
    nearestSpoken: remembering(mostRemembered, (typed) => nearestWord(typed, vocabulary)),
    words: wordsOf(needs),
  }
}

/** What people ask that no town hall answers is also about singers and footballers. */
const wordsOf = (needs: readonly Need[]): ReadonlySet<string> =>
  new Set(
    needs
      .filter(({ outOfScope }) => !outOfScope)
      .flatMap((need) => [need.means, need.says, need.phrasings, ...foreignLocales.map((locale) => need[locale])])
      .flatMap((expressions) => expressions.flatMap(toTokens)),
  )

let starting: Workshop | null = null

/** With the lexicon that comes with the product: a second to make, so a process makes it once. */
export const startingWorkshop = (): Workshop => (starting ??= createWorkshop(readLexicon()))
