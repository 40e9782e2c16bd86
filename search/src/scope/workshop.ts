// SPDX-License-Identifier: AGPL-3.0-or-later
import { createStemTable, type StemTable } from '../analysis/stem-table.js'
import { toTokens } from '../analysis/tokens.js'
import { createLexicon, type Lexicon } from '../lexicon/lexicon.js'
import { foreignLocales, type Need } from '../lexicon/need.js'
import { readLexicon } from '../lexicon/read-lexicon.js'
import { createGramSpace, type GramSpace } from './gram-space.js'

/** What texts and questions are made comparable with. Two things that are compared come from one workshop. */
export interface Workshop {
  table: StemTable
  lexicon: Lexicon
  grams: GramSpace
  /** Every word that citizens say in Italian. */
  spoken: Int32Array
  /** Every word said of what a town hall does, folded and whole. */
  words: ReadonlySet<string>
}

const createWorkshop = (needs: readonly Need[]): Workshop => {
  const table = createStemTable()
  const lexicon = createLexicon(needs)
  return {
    table,
    lexicon,
    grams: createGramSpace(needs),
    spoken: Int32Array.from(lexicon.vocabulary('it'), table.number),
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
