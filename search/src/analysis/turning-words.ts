// SPDX-License-Identifier: AGPL-3.0-or-later
import { perLocale, type Locale } from '@linea-comune/config'

/**
 * Words that say nothing of the subject of a question and yet turn it into another one: what they stand for is left out where subjects
 * are compared, so that they are compared by themselves. Folded, each line one meaning: its first word stands for all.
 */
const meanings: Record<Locale, readonly string[]> = {
  it: [
    'non no ne nemmeno neanche neppure',
    'senza',
    'mai',
    'nessuno nessuna nessun niente nulla',
    'dentro',
    'fuori',
    'sotto',
    'sopra',
    'oltre',
    'entro',
    'prima',
    'dopo',
    'piu',
    'meno',
    'solo soltanto',
    'primo',
    'secondo seconda',
    'terzo terza',
    'quarto quarta',
    'quinto quinta',
    'due',
    'tre',
    'quattro',
    'cinque',
    'dieci',
    'contro',
    'verso',
    'durante mentre',
  ],
  en: [
    'not no nor don doesn didn isn aren cannot',
    'without',
    'never',
    'before',
    'after',
    'only',
    'more',
    'less',
    'inside',
    'outside',
    'first',
    'second',
    'third',
    'two',
    'three',
  ],
  de: [
    'nicht kein keine keinen',
    'ohne',
    'nie',
    'vor',
    'nach',
    'nur',
    'mehr',
    'unter',
    'uber',
    'gegen',
    'erste ersten',
    'zweite zweiten',
    'zwei',
    'drei',
  ],
  sl: [
    'ne ni niso nisem',
    'brez',
    'nikoli',
    'pred',
    'po',
    'samo le',
    'vec',
    'manj',
    'pod',
    'nad',
    'prvi prva',
    'drugi druga',
    'dva dve',
    'tri',
  ],
  fr: [
    'ne pas non',
    'sans',
    'jamais',
    'avant',
    'apres',
    'seulement',
    'plus',
    'moins',
    'sous',
    'sur',
    'contre',
    'premier premiere',
    'deuxieme',
    'deux',
    'trois',
  ],
}

const table: Record<Locale, ReadonlyMap<string, string>> = perLocale(
  (locale) =>
    new Map(
      meanings[locale].flatMap((line) => {
        const words = line.split(' ')
        return words.map((word) => [word, words[0] ?? word] as const)
      }),
    ),
)

/** What turns a question: such words, and every number. Each once, in the order of letters. */
export const turningWords = (tokens: readonly string[], locale: Locale): string[] => {
  const found = tokens.flatMap((token) => (/\p{N}/u.test(token) ? [token] : (table[locale].get(token) ?? [])))
  return [...new Set(found)].sort()
}
