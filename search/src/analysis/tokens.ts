// SPDX-License-Identifier: AGPL-3.0-or-later
import { fold, isPlain } from './fold.js'

/**
 * Words an Italian apostrophe glues to the next one. They must go: the engine takes `l` for a word that has to be there,
 * and finds nothing for "l'imu" in texts that say "dell'IMU".
 */
const elisions = [
  ...[
    'l',
    'd',
    'c',
    'm',
    't',
    's',
    'v',
    'n',
    'un',
    'gl',
    'ch',
    'qual',
    'quell',
    'quest',
    'bell',
    'sant',
    'buon',
    'cos',
    'dov',
    'com',
    'quand',
  ],
  ...['dell', 'all', 'dall', 'nell', 'sull', 'coll', 'tutt', 'anch', 'senz', 'mezz', 'quant', 'nessun', 'ciascun', 'alcun', 'neanch'],
]
const elision = new RegExp(`(?<![\\p{L}\\p{N}])(?:${elisions.join('|')})'(?=[\\p{L}\\p{N}])`, 'gu')

/** "C.I.E." and "i.m.u." are one word each. */
const dottedAcronym = /(?<![\p{L}\p{N}])(?:\p{L}\.){2,}\p{L}?(?![\p{L}\p{N}])/gu

/** Words and numbers of a text, folded, without elided articles. Most texts need the slower patterns nowhere. */
export const toTokens = (text: string): string[] => {
  let folded = fold(text)
  if (folded.includes('.')) folded = folded.replace(dottedAcronym, (acronym) => acronym.replaceAll('.', ''))
  if (folded.includes("'")) folded = folded.replace(elision, ' ')
  return folded.match(isPlain(folded) ? /[a-z0-9]+/g : /[\p{L}\p{N}]+/gu) ?? []
}
