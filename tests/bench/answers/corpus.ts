// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IndexSource } from '@linea-comune/search'
import { readRelevanceSets } from '../../../search/src/evaluation/relevance-sets.js'
import { diceFrom, type Dice } from './random.js'

type SheetOrFaq = Extract<IndexSource, { kind: 'sheet' | 'faq' }>

/** As in the demo federation: what all Enti share, and what one of them writes itself. */
const ofFederation = 60
const ofEnte = 132
const firstEnte = 1

export const enteCodeOf = (number: number): string => `c_q${String(number).padStart(4, '0')}`
export const enteSlugOf = (number: number): string => `ente-${String(number)}`
export const entiOf = (documents: number): number => Math.max(1, Math.ceil((documents - ofFederation) / ofEnte))

/** An Ente beside the others, with as many documents of its own as ten whole federations. */
export const bigEnte = 9999

const texts = readRelevanceSets()
  .flatMap(({ corpus }) => corpus.sources)
  .filter((source): source is SheetOrFaq => (source.kind === 'sheet' || source.kind === 'faq') && source.locale === 'it')

const starts = 'Val Mon Ca Bor Pie Ro Mar Fon Ca Ser Tor Vil Cam Gra Pon Lo'.split(' ')
const middles = 'de ta ri no lu ve sa mi go bre sco la te fi ra do'.split(' ')
const ends = 'rno glio sco llo nza tto ghe lda ria sso nte dro lli cca'.split(' ')
const nameOf = ({ pick }: Dice): string => `${pick(starts)}${pick(middles)}${pick(middles)}${pick(ends)}`

/** What differs from one Ente to the next although all copied from the same: names, streets, sums, days. */
const localSentence = (dice: Dice): string =>
  dice.pick([
    `Rivolgiti allo sportello di ${nameOf(dice)}, in via ${nameOf(dice)} ${String(1 + dice.below(200))}.`,
    `Il contributo è di ${String(5 + dice.below(300))} euro e si paga entro il ${String(1 + dice.below(28))} del mese.`,
    `Il servizio è gestito dal consorzio ${nameOf(dice)} per la frazione di ${nameOf(dice)}.`,
    `L’ufficio di piazza ${nameOf(dice)} risponde entro ${String(5 + dice.below(90))} giorni.`,
  ])

const sectionsOf = (source: Extract<SheetOrFaq, { kind: 'sheet' }>, dice: Dice): typeof source.sections =>
  Object.fromEntries(
    Object.entries(source.sections).map(([key, text]) => [key, dice.chance(0.4) ? `${text}\n\n${localSentence(dice)}` : text]),
  )

/** The n-th document, always the same: a real text as another Ente would have it. */
const vary = (number: number, enteCode: string | null): SheetOrFaq => {
  const dice = diceFrom(number * 7919 + 11)
  const source = dice.pick(texts)
  const own = { documentId: `d${String(number)}`, enteCode, givesWayTo: [] }
  const title = (text: string): string => (dice.chance(0.3) ? `${text} a ${nameOf(dice)}` : text)
  return source.kind === 'faq'
    ? { ...source, ...own, question: source.question, answer: `${source.answer}\n\n${localSentence(dice)}` }
    : {
        ...source,
        ...own,
        slug: `${source.slug}-${String(number)}`,
        title: title(source.title),
        summary: dice.chance(0.5) ? `${source.summary} ${localSentence(dice)}` : source.summary,
        sections: sectionsOf(source, dice),
      }
}

/** Documents of a federation from one number up to another. The first are the federation's, then Ente after Ente. */
export const documentsBetween = (from: number, to: number): SheetOrFaq[] =>
  Array.from({ length: to - from }, (_, index) => {
    const number = from + index
    return vary(number, number < ofFederation ? null : enteCodeOf(firstEnte + Math.floor((number - ofFederation) / ofEnte)))
  })

export const documentsOfBigEnte = (count: number): SheetOrFaq[] =>
  Array.from({ length: count }, (_, index) => vary(10_000_000 + index, enteCodeOf(bigEnte)))

/** Which Ente is asked next, by its number. */
export type Choice = () => number

export const evenly = (enti: number, seed: number): Choice => {
  const { below } = diceFrom(seed)
  return () => firstEnte + below(enti)
}

/** As with people: the second Ente is asked half as often as the first, the third a third as often. */
export const byZipf = (enti: number, seed: number): Choice => {
  const { below } = diceFrom(seed)
  const sums: number[] = []
  for (let rank = 1; rank <= enti; rank++) sums.push((sums.at(-1) ?? 0) + 1 / rank)
  const total = sums.at(-1) ?? 1
  return () => {
    const at = (below(1_000_000) / 1_000_000) * total
    return firstEnte + sums.findIndex((sum) => sum > at)
  }
}
