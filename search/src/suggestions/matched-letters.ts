// SPDX-License-Identifier: AGPL-3.0-or-later
import { fold } from '../analysis/fold.js'
import { nearness } from '../analysis/nearness.js'

type Span = [from: number, to: number]

/** From here on a word that is being written is recognised although it has an error. */
const shortestWithErrors = 4

/** How many letters of a word in a text answer to one that was typed: 0 when it is another word. */
const lettersMatched = (word: string, typed: string, unfinished: boolean): number => {
  const folded = fold(word)
  if (folded === typed) return word.length
  // Folding may take letters apart (ß, ligatures): then they are not counted one by one.
  const begun = folded.length === word.length ? typed.length : word.length
  if (unfinished && folded.startsWith(typed)) return begun
  if (nearness(typed, folded) > 0) return word.length
  const beginning = folded.slice(0, typed.length)
  return unfinished && typed.length >= shortestWithErrors && nearness(typed, beginning) > 0 ? begun : 0
}

/** Where the typed words stand in a title, errors of typing forgiven as the engine does. The last of them may be a beginning. */
export const matchedLetters = (title: string, typed: readonly string[]): Span[] =>
  [...title.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].flatMap(({ 0: word, index }): Span[] => {
    const length = Math.max(0, ...typed.map((each, at) => lettersMatched(word, each, at === typed.length - 1)))
    return length === 0 ? [] : [[index, index + length]]
  })

/** Whether every typed word stands in a title. */
export const matchesWholly = (title: string, typed: readonly string[]): boolean => {
  const words = title.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []
  return typed.every((each, at) => words.some((word) => lettersMatched(word, each, at === typed.length - 1) > 0))
}
