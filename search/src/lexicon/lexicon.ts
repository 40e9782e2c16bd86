// SPDX-License-Identifier: AGPL-3.0-or-later
import { perLocale, type Locale } from '@linea-comune/config'
import { contentWords } from '../analysis/content-words.js'
import { stem } from '../analysis/stem.js'
import { stemsOf } from '../analysis/stems-of.js'
import { wordWeight } from '../analysis/word-weight.js'
import { saturation, toBags, type Bags } from './bags.js'
import type { Need } from './need.js'

/** How likely each need is meant, by its number: between 0 and about 1, most needs 0. */
type NeedScores = Float32Array

/** A name in stems, and what each of them is worth in it. */
interface OfficialName {
  stems: readonly string[]
  worths: readonly number[]
  worth: number
  /** Between blanks, to be found in a title. */
  text: string
}

/** Who speaks: citizens in their own words, or an administration in a text of its own. */
type Speaker = 'citizen' | 'administration'

export interface Lexicon {
  /** What they are called and where they belong; citizens' words are in the lists below, and not kept besides. */
  needs: readonly Pick<Need, 'id' | 'outOfScope' | 'means' | 'topics'>[]
  /** Which needs a question or a text speaks of. The answer is written over by the next call. */
  recognise(stems: readonly string[], locale: Locale, speaker: Speaker): NeedScores
  /** Needs that contain this one, nearest first, with how much of it they are worth. */
  broader(need: number): readonly (readonly [number, number])[]
  /** The administration's names of a need. */
  means(need: number): readonly OfficialName[]
  /** How seldom a word is said of any need: 0 always, 1 once or never. */
  rarity(stem: string, locale: Locale): number
  /** Citizens say this word of some need. */
  knows(stem: string, locale: Locale): boolean
  /** Every stem that citizens say in this language. */
  vocabulary(locale: Locale): Iterable<string>
}

/** How much each kind of expression weighs; what a speaker uses himself weighs more. */
const weights: Record<Speaker, { means: number; says: number; phrasings: number; lengthShare: number }> = {
  citizen: { means: 3, says: 2, phrasings: 1, lengthShare: 0.4 },
  administration: { means: 4, says: 1, phrasings: 0.4, lengthShare: 0.2 },
}
/** What an expression adds that stands there word by word. */
const wholeExpression = { word: 1, perWord: 2 }
const longestExpression = 4
/** What a word that nobody says of any need takes from all of them. */
const unknownRarity = 5
/** Texts of one or two words are less certain than long ones that match as well. */
const doubt = 3

interface Expression {
  need: number
  official: boolean
}

const contentStems = (text: string, locale: Locale): string[] => contentWords(text, locale).map((word) => stem(word, locale))

type Kind = 'means' | 'says' | 'phrasings'

/** Stems of all that is said of a need, by how it is said. */
const saidOf = (need: Need, locale: Locale): Record<Kind, string[]> => {
  const stems = (expressions: readonly string[]): string[] => expressions.flatMap((text) => contentStems(text, locale))
  return locale === 'it'
    ? { means: stems(need.means), says: stems(need.says), phrasings: stems(need.phrasings) }
    : { means: [], says: stems(need[locale]), phrasings: [] }
}

const bagsOf = (said: readonly Record<Kind, string[]>[], locale: Locale, speaker: Speaker): Bags => {
  const weight = locale === 'it' ? weights[speaker] : { means: 0, says: 1, phrasings: 0 }
  const bags = said.map((stems) => {
    const bag = new Map<string, number>()
    for (const kind of ['means', 'says', 'phrasings'] as const)
      for (const word of stems[kind]) bag.set(word, (bag.get(word) ?? 0) + weight[kind])
    return bag
  })
  return toBags(bags, weights[speaker].lengthShare)
}

/** Under the beginning of a longer expression that says nothing itself stands an empty list. */
const expressionsOf = (needs: readonly Need[], locale: Locale): Map<string, Expression[]> => {
  const expressions = new Map<string, Expression[]>()
  const add = (text: string, need: number, official: boolean): void => {
    const key = stemsOf(text, locale).join(' ')
    const known = expressions.get(key) ?? []
    if (known.some((other) => other.need === need)) return
    expressions.set(key, [...known, { need, official }])
    for (let end = key.lastIndexOf(' '); end > 0; end = key.lastIndexOf(' ', end - 1)) {
      const beginning = key.slice(0, end)
      if (!expressions.has(beginning)) expressions.set(beginning, [])
    }
  }
  needs.forEach((need, number) => {
    if (locale === 'it') for (const text of need.means) add(text, number, true)
    for (const text of locale === 'it' ? need.says : need[locale]) add(text, number, false)
  })
  return expressions
}

export const createLexicon = (needs: readonly Need[]): Lexicon => {
  const said = perLocale((locale) => needs.map((need) => saidOf(need, locale)))
  const bags: Record<Speaker, Record<Locale, Bags>> = {
    citizen: perLocale((locale) => bagsOf(said[locale], locale, 'citizen')),
    administration: perLocale((locale) => bagsOf(said[locale], locale, 'administration')),
  }
  const expressions = perLocale((locale) => expressionsOf(needs, locale))
  const numbers = new Map(needs.map(({ id }, number) => [id, number]))
  const broader = needs.map((need) =>
    need.broader.flatMap((id, place) => {
      const number = numbers.get(id)
      return number === undefined ? [] : [[number, 1 / (1 + place * 0.5)] as const]
    }),
  )
  const rarest = Math.log(1 + (needs.length - 0.5) / 1.5)
  const rarityOf = (word: string, locale: Locale): number => {
    const { find, rarity } = bags.citizen[locale]
    const number = find(word)
    return Math.min(1, (number === undefined ? rarest : (rarity[number] ?? rarest)) / rarest)
  }
  const means = needs.map((need) =>
    need.means.map((text): OfficialName => {
      const stems = stemsOf(text, 'it')
      const worths = stems.map((word) => 0.2 + rarityOf(word, 'it'))
      return { stems, worths, worth: worths.reduce((sum, worth) => sum + worth, 0), text: ` ${stems.join(' ')} ` }
    }),
  )
  const scores: NeedScores = new Float32Array(needs.length)

  const addExpressions = (stems: readonly string[], locale: Locale, speaker: Speaker): void => {
    for (let at = 0; at < stems.length; at++) {
      let key = ''
      for (let length = 1; length <= longestExpression && at + length <= stems.length; length++) {
        key = length === 1 ? (stems[at] ?? '') : `${key} ${stems[at + length - 1] ?? ''}`
        const found = expressions[locale].get(key)
        if (found === undefined) break
        const worth = (length === 1 ? wholeExpression.word : wholeExpression.perWord * length) / Math.sqrt(found.length)
        for (const { need, official } of found) {
          if (speaker === 'citizen') scores[need] = (scores[need] ?? 0) + worth
          // A single word of citizens in an official text is chance; its own names are not.
          else if (official || length > 1) scores[need] = (scores[need] ?? 0) + (official ? 2 * worth : worth)
        }
      }
    }
  }

  return {
    needs: needs.map(({ id, outOfScope, means: names, topics }) => ({ id, outOfScope, means: names, topics })),
    recognise: (stems, locale, speaker) => {
      scores.fill(0)
      let most = doubt
      const { find, starts, needs: spokenOf, worth, rarity } = bags[speaker][locale]
      for (const word of new Set(stems)) {
        const weight = wordWeight(word, locale)
        const number = find(word)
        most += weight * (number === undefined ? unknownRarity : (rarity[number] ?? unknownRarity)) * (saturation + 1) * 0.8
        if (number === undefined) continue
        for (let at = starts[number] ?? 0, end = starts[number + 1] ?? 0; at < end; at++) {
          const need = spokenOf[at] ?? 0
          scores[need] = (scores[need] ?? 0) + weight * (worth[at] ?? 0)
        }
      }
      addExpressions(stems, locale, speaker)
      for (let need = 0; need < scores.length; need++) scores[need] = (scores[need] ?? 0) / most
      return scores
    },
    broader: (need) => broader[need] ?? [],
    means: (need) => means[need] ?? [],
    rarity: rarityOf,
    knows: (word, locale) => bags.citizen[locale].find(word) !== undefined,
    vocabulary: (locale) => bags.citizen[locale].stems(),
  }
}
