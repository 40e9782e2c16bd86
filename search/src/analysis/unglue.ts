// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Speakers } from './language.js'
import { stem } from './stem.js'

/** "didentita", "lufficio": the apostrophe left out altogether. */
const glued = /^(?:dell|all|nell|dall|sull|un|d|l)([aeiou]\p{L}{3,})$/u

/** An Italian word without the article that is glued to it, when nobody says the whole and people do say the rest. */
export const unglue = (word: string, { knows }: Speakers): string => {
  const rest = glued.exec(word)?.[1]
  return rest !== undefined && !knows(stem(word, 'it'), 'it') && knows(stem(rest, 'it'), 'it') ? rest : word
}
