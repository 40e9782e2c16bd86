// SPDX-License-Identifier: AGPL-3.0-or-later
import { fold } from '../analysis/fold.js'
import { givenNames, givenNamesThatAreWords } from './given-names.js'

/** What a text that holds none of it cannot match: most questions have neither digits nor "@", and need not be searched for codes. */
type Sign = RegExp
const digit: Sign = /\d/
const at: Sign = /@/
const capital: Sign = /\p{Lu}/u
const anything: Sign = /^/

/**
 * What tells who somebody is, in the order in which it is looked for: longer codes first, so that no part of one is taken for another.
 * Plates and documents never hold I, O, Q and U, so "di 200 mq" is none of them.
 */
const codes: readonly (readonly [label: string, sign: Sign, pattern: RegExp])[] = [
  ['e-mail', at, /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu],
  ['IBAN', digit, /\bIT\s?\d{2}\s?[A-Z](?:\s?[0-9A-Z]){22}\b/gi],
  // Codice fiscale, also where letters stand for digits (DM 23 December 1976).
  [
    'codice fiscale',
    anything,
    /\b[A-Z]{3}\s?[A-Z]{3}\s?[0-9LMNP-V]{2}\s?[ABCDEHLMPRST]\s?[0-9LMNP-V]{2}\s?[A-Z]\s?[0-9LMNP-V]{3}\s?[A-Z]\b/gi,
  ],
  ['documento', digit, /\b(?:[A-HJ-NPR-TV-Z]{2}\s?\d{7}|C[A-Z]\s?\d{5}\s?[A-Z]{2})\b/gi],
  ['targa', digit, /\b[A-HJ-NPR-TV-Z]{2}[\s-]?\d{3}[\s-]?[A-HJ-NPR-TV-Z]{2}\b/gi],
  [
    'telefono',
    digit,
    /(?<![\p{L}\p{N}])(?:\+|00)\s?\d{1,3}(?:[\s./()-]{0,3}\d){6,12}(?!\p{N})|(?<![\p{L}\p{N}])[03]\d{1,3}(?:[\s./()-]{0,3}\d){5,9}(?!\p{N})/gu,
  ],
  ['nascita', digit, /\bnat[oaie]\s+(?:(?:a|ad|in)\s+[\p{L}' ]{2,40}?\s+)?il\s+\d{1,2}[\s./-]\p{L}*\d*[\s./-]\d{2,4}/giu],
  // Tax numbers, files, accounts: whatever is long and made of digits.
  ['numero', digit, /(?<![\p{L}\p{N}])\d(?:[\s.-]?\d){6,}(?!\p{N})/gu],
]

const streets =
  'via|v\\.|v\\.le|p\\.zza|p\\.za|c\\.so|viale|vicolo|piazza|piazzale|piazzetta|corso|largo|strada|stradone|contrada|località|loc\\.|frazione|borgo|salita|calle|lungomare'
/** A way of sending, not a way. */
const notStreets = '(?:e-?mail|mail|pec|posta|web|internet|telefono|telefonica|telematica|fax|whatsapp|spid|app)\\b'
/** A street with its number, however it is written; or one whose name is written as a name. */
const addresses: readonly (readonly [sign: Sign, pattern: RegExp])[] = [
  [
    digit,
    new RegExp(
      `\\b(?:${streets})\\s+(?!${notStreets})(?:[\\p{L}'’.]+\\s+){0,4}?[\\p{L}'’.]+,?\\s*(?:n\\.?\\s?|n°\\s?|numero\\s)?\\d{1,4}(?:\\s?[/-]?\\s?\\p{L})?(?![\\p{L}\\p{N}])`,
      'giu',
    ),
  ],
  [
    capital,
    new RegExp(
      `\\b(?:${streets}|${streets.replace(/\b\p{L}/gu, (letter) => letter.toUpperCase())})\\s+(?:(?:di|del|della|dei|delle|degli|dell’|dell'|San|Santa)\\s*)?\\p{Lu}[\\p{L}'’]+(?:\\s+\\p{Lu}[\\p{L}'’]+)*`,
      'gu',
    ),
  ],
]

/** Two words of a name, also without capitals, after what introduces one. */
const introduced =
  /\b(mi chiamo|il mio nome è|il mio nome e'|io sottoscritt[oa]|sottoscritt[oa]|nome e cognome:?|nome:|cognome:|a nome di|intestat[oaie] a|my name is|ich heiße|mein name ist|je m'appelle|ime mi je)\s+[\p{L}'’-]{2,}(?:\s+(?!e\b|ed\b|ho\b|sono\b|vorrei\b|abito\b|vivo\b|di\b|ma\b|da\b|per\b|and\b|und\b|et\b|in\b)[\p{L}'’-]{2,})?/giu
const titles = 'sigg?|dott|dr|avv|ing|geom|prof|arch|rag'
const wholeTitles = 'signor[ae]?|signorina|mr|mrs|herr|frau|gospod|gospa|monsieur|madame'
// Without the flag that forgives capitals: with it, a capital is any letter.
const eitherCase = (words: string): string => words.replace(/(?<=^|\|)\p{L}/gu, (letter) => `[${letter}${letter.toUpperCase()}]`)
const titled = new RegExp(
  `\\b((?:(?:${eitherCase(titles)})(?:\\.(?:ra|ssa)?|ra|ssa)|(?:${eitherCase(wholeTitles)})\\.?)\\s?)\\p{Lu}[\\p{L}'’-]+(?:\\s+\\p{Lu}[\\p{L}'’-]+)*`,
  'gu',
)

/** Words that begin with a capital and stand together; an apostrophe may be followed by another. */
const capitalised = /(?<![\p{L}\p{N}])\p{Lu}(?=[\p{L}'’-]*\p{Ll})[\p{L}'’-]+(?:\s+\p{Lu}(?=[\p{L}'’-]*\p{Ll})[\p{L}'’-]+)+/gu
/** What follows a given name that is no family name. */
const notFamily = new Set(
  'a al alla ad che chi come con da dal dalla di del della dei e ed ha ho in il la le lo i gli mi ci si per non o su sul sulla un una vuole deve può sono'.split(
    ' ',
  ),
)
const startsCapital = (word: string): boolean => /^\p{Lu}/u.test(word)

/** A word, and the one that follows it after a space. */
const wordAndNext = /(?<![\p{L}\p{N}[])(\p{L}['’]?\p{L}+)(?:(\s+)(?=(\p{L}['’]?\p{L}+)))?/gu
/** A family name left beside a name that was found. */
const besideName = /(?<![\p{L}\p{N}.!?]\s*|^)\p{Lu}[\p{L}'’-]+\s+\[nome\]|\[nome\](?:\s+\p{Lu}[\p{L}'’-]+)+/gu

/** Given names however they are written, each with the family name that follows. */
const withoutGivenNames = (text: string): string => {
  let taken = false
  const left = text.replace(wordAndNext, (whole: string, word: string, space: string | undefined, next: string | undefined) => {
    if (taken) {
      taken = false
      return space ?? ''
    }
    const folded = fold(word)
    const isName =
      givenNames.has(folded) || (givenNamesThatAreWords.has(folded) && startsCapital(word) && next !== undefined && startsCapital(next))
    if (!isName) return whole
    const followed = next !== undefined && !notFamily.has(fold(next))
    taken = followed
    return followed ? '[nome]' : `[nome]${space ?? ''}`
  })
  return left.includes('[nome]') ? left.replace(besideName, '[nome]') : left
}

/**
 * A question without what tells who asked it: names, fiscal codes, telephones, e-mails, plates, documents, addresses. Each leaves its
 * kind in square brackets. Rather too much than too little: what is lost was of no use for the texts.
 * @param isWord a folded word that the lexicon or the texts know is no name
 */
export const withoutPersonalData = (question: string, isWord: (word: string) => boolean): string => {
  const coded = codes.reduce((text, [label, sign, pattern]) => (sign.test(text) ? text.replace(pattern, `[${label}]`) : text), question)
  const placeless = addresses.reduce((text, [sign, pattern]) => (sign.test(text) ? text.replace(pattern, '[indirizzo]') : text), coded)
  const nameless = placeless
    .replace(introduced, '$1 [nome]')
    .replace(titled, '$1[nome]')
    .replace(capitalised, (words) => (words.split(/\s+/).every((word) => isWord(fold(word))) ? words : '[nome]'))
  return withoutGivenNames(nameless)
}
