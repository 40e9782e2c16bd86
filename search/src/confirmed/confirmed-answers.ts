// SPDX-License-Identifier: AGPL-3.0-or-later
import { keyOf } from '../analysis/number-of.js'
import type { Analysis } from '../analysis/analyse.js'
import type { Understood } from '../answer/understand.js'
import { federationScope } from '../index-names.js'
import type { Scope } from '../scope/scope.js'
import type { Workshop } from '../scope/workshop.js'
import type { ConfirmedQuestion } from './confirmed-question.js'
import { likeness, nearDuplicate, turnOf, type Wording } from './likeness.js'
import { toWording } from './to-wording.js'

/** The confirmed questions of a scope that may be nearly the same as one, by what must be the same in both. */
type Book = ReadonlyMap<string, readonly { wording: Wording; confirmed: ConfirmedQuestion }[]>

const isShared = ({ scope }: ConfirmedQuestion): boolean => scope === federationScope

/** Read in the light of a scope, whose words may mean others; made when the first question is asked. */
const books = new WeakMap<Scope, Book>()

const bookOf = (scope: Scope, workshop: Workshop, listen: Listen): Book => {
  const known = books.get(scope)
  if (known !== undefined) return known
  const book = new Map<string, { wording: Wording; confirmed: ConfirmedQuestion }[]>()
  for (const { confirmed: list } of scope.shelves)
    for (const confirmed of list) {
      const wording = toWording(listen({ q: confirmed.question, locale: confirmed.locale }), scope, workshop.lexicon)
      const turn = turnOf(wording)
      book.set(turn, [...(book.get(turn) ?? []), { wording, confirmed }])
    }
  books.set(scope, book)
  return book
}

type Listen = (asked: { q: string; locale: Analysis['asked'] }) => Analysis

/**
 * Keys of the documents that a person confirmed as the answer to nearly the same question: what the Ente confirmed before what the
 * federation did, then the likest, then the latest.
 * @param listen how a question is heard in this scope
 */
export const confirmedAnswers = (question: Understood, scope: Scope, workshop: Workshop, listen: Listen): number[] => {
  if (scope.shelves.every(({ confirmed }) => confirmed.length === 0)) return []
  // The words beyond some number are not looked up: so long a question is like no other.
  if (question.sequence.length !== question.stems.length) return []
  const written = question.sequence.map((place) => question.concepts[place]?.forms[0] ?? '')
  const asked = toWording(question, scope, workshop.lexicon, written)
  return (bookOf(scope, workshop, listen).get(turnOf(asked)) ?? [])
    .map(({ wording, confirmed }) => ({ like: likeness(asked, wording), confirmed }))
    .filter(({ like }) => like >= nearDuplicate)
    .sort(
      (a, b) =>
        Number(isShared(a.confirmed)) - Number(isShared(b.confirmed)) ||
        b.like - a.like ||
        b.confirmed.confirmedOn.localeCompare(a.confirmed.confirmedOn),
    )
    .map(({ confirmed }) => keyOf(confirmed.answer))
}
