// SPDX-License-Identifier: AGPL-3.0-or-later

import { remembering } from './remembering.js'

/** Letters, digits and signs without accents, and none that is more than itself: they become small, and that is all. */
const plain = /^[ -_a-~]*$/
const unplain = /[^ -_a-~]+/g

/** A folded text whose letters are all of the plain alphabet. */
export const isPlain = (text: string): boolean => plain.test(text)

const mostRemembered = 2000

/** "à", "’": between plain letters stand the same few. */
const foldUnplain = remembering(mostRemembered, (text) =>
  text
    // Before NFKD, which would turn a lone acute accent used as an apostrophe into a space.
    .replace(/[\u2018\u2019\u201B\u02BC\u02B9\u2032\u00B4\u0060\uFF07]/g, "'")
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll('ß', 'ss')
    .replace(/[\p{C}\s]+/gu, ' '),
)

/** Lower case without accents, with one kind of apostrophe and no control characters: `Perché` and `PERCHE` are the same. */
export const fold = (text: string): string => {
  const letters = plain.test(text) ? text : text.replace(unplain, foldUnplain)
  return letters.toLowerCase().replace(/ {2,}/g, ' ').trim()
}
