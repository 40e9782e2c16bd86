// SPDX-License-Identifier: AGPL-3.0-or-later

/** Endings of nouns, adjectives and verbs without accents, the longest first. */
const endings = (
  'ovega ovemu ovima anjem enjem ' +
  'ega emu ema ima oma ama ami imi ijo ovi ova ove jem ite ate eti ati iti ' +
  'ih im om em ah eh am mi ov ev ja je ji jo ju mo te ' +
  'a e i o u'
).split(' ')

const shortestStem = 3
/** «davek, davka», «center, centra»: the vowel that comes and goes. */
const fleeting = /([^aeiou])e([klnrc])$/

/** A light stemmer, since the package has none for Slovenian: one ending off, so that the cases and numbers of a noun meet. */
export const slovenian = (word: string): string => {
  const ending = endings.find((candidate) => word.endsWith(candidate) && word.length - candidate.length >= shortestStem) ?? ''
  return word.slice(0, word.length - ending.length).replace(fleeting, '$1$2')
}
