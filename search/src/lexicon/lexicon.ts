// SPDX-License-Identifier: AGPL-3.0-or-later
import { perLocale, type Locale } from '@linea-comune/config'
import { contentWords } from '../analysis/content-words.js'
import { stem } from '../analysis/stem.js'
import { stemsOf } from '../analysis/stems-of.js'
import { wordWeight } from '../analysis/word-weight.js'
import { addSaid, mostSaid, toBags, type Bags } from './bags.js'
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

interface Said {
  stems: readonly string[]
  /** The words themselves, of a question: a tense, a plural or a diminutive often goes with one need alone. */
  words?: readonly string[]
}

/** Who speaks: citizens in their own words, or an administration in a text of its own. */
type Speaker = 'citizen' | 'administration'

export interface Lexicon {
  /** What they are called and where they belong; citizens' words are in the lists below, and not kept besides. */
  needs: readonly Pick<Need, 'id' | 'outOfScope' | 'means' | 'topics'>[]
  /** Which needs a question or a text speaks of. The answer is written over by the next call. */
  recognise(said: Said, locale: Locale, speaker: Speaker): NeedScores
  /** Topics of each need, by number; one that has none stands for itself. */
  topics: readonly (readonly number[])[]
  topicCount: number
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
/** What whole words say beside their stems (measured: between 0.5 and 1.2 it matters little). */
const wholeWordShare = 0.6

interface Expression {
  need: number
  official: boolean
}

type Kind = 'means' | 'says' | 'phrasings'

/** Words of all that is said of a need, by how it is said. */
const saidOf = (need: Need, locale: Locale): Record<Kind, string[]> => {
  const words = (expressions: readonly string[]): string[] => expressions.flatMap((text) => contentWords(text, locale))
  return locale === 'it'
    ? { means: words(need.means), says: words(need.says), phrasings: words(need.phrasings) }
    : { means: [], says: words(need[locale]), phrasings: [] }
}

const bagsOf = (
  said: readonly Record<Kind, string[]>[],
  locale: Locale,
  speaker: Speaker,
  asKept: (word: string) => string = (word) => stem(word, locale),
): Bags => {
  const weight = locale === 'it' ? weights[speaker] : { means: 0, says: 1, phrasings: 0 }
  const bags = said.map((words) => {
    const bag = new Map<string, number>()
    for (const kind of ['means', 'says', 'phrasings'] as const)
      for (const word of words[kind].map(asKept)) bag.set(word, (bag.get(word) ?? 0) + weight[kind])
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
  const wholeWords = perLocale((locale) => bagsOf(said[locale], locale, 'citizen', (word) => word))
  const expressions = perLocale((locale) => expressionsOf(needs, locale))
  const numbers = new Map(needs.map(({ id }, number) => [id, number]))
  const broader = needs.map((need) =>
    need.broader.flatMap((id, place) => {
      const number = numbers.get(id)
      return number === undefined ? [] : [[number, 1 / (1 + place * 0.5)] as const]
    }),
  )
  const topicNumbers = new Map<string, number>()
  const topics = needs.map((need) =>
    (need.topics.length === 0 ? [need.id] : need.topics).map((topic) => {
      const number = topicNumbers.get(topic) ?? topicNumbers.size
      topicNumbers.set(topic, number)
      return number
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
    recognise: ({ stems, words }, locale, speaker) => {
      scores.fill(0)
      const said = Array.from(new Set(stems), (word) => [word, wordWeight(word, locale)] as const)
      const most = mostSaid(bags[speaker][locale], said)
      addSaid(bags[speaker][locale], said, 1, scores)
      addExpressions(stems, locale, speaker)
      for (let need = 0; need < scores.length; need++) scores[need] = (scores[need] ?? 0) / most
      if (words === undefined) return scores
      const whole = Array.from(new Set(words), (word) => [word, wordWeight(stem(word, locale), locale)] as const)
      addSaid(wholeWords[locale], whole, wholeWordShare / mostSaid(wholeWords[locale], whole), scores)
      for (let need = 0; need < scores.length; need++) scores[need] = (scores[need] ?? 0) / (1 + wholeWordShare)
      return scores
    },
    topics,
    topicCount: topicNumbers.size,
    broader: (need) => broader[need] ?? [],
    means: (need) => means[need] ?? [],
    rarity: rarityOf,
    knows: (word, locale) => bags.citizen[locale].find(word) !== undefined,
    vocabulary: (locale) => bags.citizen[locale].stems(),
  }
}
