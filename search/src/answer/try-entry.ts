// SPDX-License-Identifier: AGPL-3.0-or-later
import { setImmediate as breathe } from 'node:timers/promises'
import type { Locale } from '@linea-comune/config'
import { numberOf } from '../analysis/number-of.js'
import { stem } from '../analysis/stem.js'
import { federationScope, scopeOf } from '../index-names.js'
import { meansWords, type LexiconEntry } from '../lexicon/entry.js'
import { createScope, type Scope } from '../scope/scope.js'
import { toShelf, type Shelf } from '../scope/shelf.js'
import type { Current, Shelves } from '../scope/shelves.js'
import type { Workshop } from '../scope/workshop.js'
import { consider, listen } from './consider.js'
import type { Decision } from './decide.js'
import type { Learned } from './learned.js'

export interface EntryTrial {
  /** Whose citizens ask; null for the federation's texts alone. */
  enteCode: string | null
  /** The entry as it would be; null when it would be no more. */
  entry: Pick<LexiconEntry, 'locale' | 'says' | 'means'> | null
  /** Which entry it would replace; empty for a new one. */
  documentId: string
  questions: readonly { q: string; locale: Locale }[]
}

/** What a question is answered with, as far as two answers are compared. */
export interface TriedAnswer {
  outcome: Decision['outcome']
  /** Title of what is shown first. */
  first: { documentId: string; title: string } | null
}

export interface TriedEntry {
  /** Questions whose outcome or first text would be another one. */
  changes: { q: string; before: TriedAnswer; after: TriedAnswer }[]
  /** Some text, or the lexicon, knows one of the words that it means. */
  known: boolean
  degraded: boolean
}

/** Ranking a scope twice takes a millisecond or two: more questions than these nobody reads. */
const mostTried = 200
/** Others use this process meanwhile. */
const sliceMs = 10

export const createTrial =
  (workshop: Workshop, learned: Learned, shelves: Shelves) =>
  async ({ enteCode, entry, documentId, questions }: EntryTrial): Promise<TriedEntry> => {
    const owner = scopeOf(enteCode)
    const tried: LexiconEntry | null = entry === null ? null : { ...entry, kind: 'lexicon-entry', documentId, scope: owner }
    const changes: TriedEntry['changes'] = []
    const left = [...questions]
    let affected = 0

    /** What becomes of a question; null when it is understood as before. */
    const tryOne = (question: EntryTrial['questions'][number], now: Scope, then: Scope): TriedEntry['changes'][number] | null => {
      const [before, after] = [listen(workshop, now, question), listen(workshop, then, question)]
      if (before.words.join(' ') === after.words.join(' ')) return null
      const answer = (heard: typeof before, scope: Scope) => present(consider(workshop, learned, scope, heard).decision)
      return { q: question.q, before: answer(before, now), after: answer(after, then) }
    }

    const trySome = ({ scope: now, degraded }: Current): Pick<TriedEntry, 'known' | 'degraded'> => {
      const then = withEntry(now, owner, documentId, tried)
      const until = performance.now() + sliceMs
      do {
        const question = left.shift()
        const one = question === undefined ? null : tryOne(question, now, then)
        if (one === null) continue
        affected += 1
        if (isChange(one)) changes.push(one)
        if (affected === mostTried) left.length = 0
      } while (left.length > 0 && performance.now() < until)
      return { known: entry === null || isKnown(entry, then, workshop), degraded }
    }

    let told = await shelves.with(owner, trySome)
    while (left.length > 0) {
      await breathe()
      told = await shelves.with(owner, trySome)
    }
    return { changes, ...told }
  }

const present = ({ outcome, items }: Decision): TriedAnswer => {
  const shown = items[0]?.ranked.document()
  return { outcome, first: shown === undefined ? null : { documentId: shown.documentId, title: shown.title } }
}

const isChange = ({ before, after }: TriedEntry['changes'][number]): boolean =>
  before.outcome !== after.outcome || before.first?.documentId !== after.first?.documentId

const withEntry = (scope: Scope, owner: string, documentId: string, entry: LexiconEntry | null): Scope => {
  const [own, federation] = scope.shelves
  const changed = (shelf: Shelf, isOwners: boolean): Shelf => {
    const others = shelf.entries.filter((known) => known.documentId !== documentId)
    return toShelf(shelf.parts, entry !== null && isOwners ? [...others, entry] : others, shelf.confirmed)
  }
  const isFederations = owner === federationScope
  return createScope(owner, changed(own, !isFederations), changed(federation, isFederations))
}

const isKnown = ({ means, locale }: Pick<LexiconEntry, 'means' | 'locale'>, scope: Scope, { lexicon }: Workshop): boolean =>
  meansWords(means, locale).some((word) =>
    [...new Set([locale, 'it' as const])].some(
      (language) => scope.isWritten(numberOf(stem(word, language))) || lexicon.knows(stem(word, language), language),
    ),
  )
