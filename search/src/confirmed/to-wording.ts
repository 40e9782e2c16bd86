// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Analysis } from '../analysis/analyse.js'
import { isAsking } from '../analysis/intents.js'
import { numberOf } from '../analysis/number-of.js'
import { wordWeight } from '../analysis/word-weight.js'
import type { Lexicon } from '../lexicon/lexicon.js'
import { leastRarity, type Scope } from '../scope/scope.js'
import type { ComparedWord, Wording } from './likeness.js'

/** @param written the stems as the texts of the scope write them, in the order of those that were typed */
export const toWording = (
  { language, words: typed, stems, intents, turns }: Analysis,
  scope: Pick<Scope, 'isWritten' | 'rarity' | 'rarityOfUnknown'>,
  lexicon: Pick<Lexicon, 'knows'>,
  written: readonly string[] = stems,
): Wording => {
  const words = new Map<string, ComparedWord>()
  stems.forEach((stem, at) => {
    const isKnown = scope.isWritten(numberOf(stem)) || lexicon.knows(stem, language)
    const meant = isKnown ? stem : (written[at] ?? stem)
    const rarity = scope.isWritten(numberOf(meant)) ? scope.rarity(numberOf(meant)) : scope.rarityOfUnknown
    words.set(meant, {
      typed: typed[at] ?? '',
      stems: [...new Set([stem, meant])],
      weight: wordWeight(meant, language) * (leastRarity + rarity),
      asks: isAsking(meant, language),
      isKnown,
    })
  })
  return { language, intents, turns, words: [...words.values()] }
}
