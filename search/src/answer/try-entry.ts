// SPDX-License-Identifier: AGPL-3.0-or-later
import { setImmediate as breathe } from 'node:timers/promises'
import type { Locale } from '@linea-comune/config'
import { stem } from '../analysis/stem.js'
import { federationScope, scopeOf } from '../index-names.js'
import { meansWords, type LexiconEntry } from '../lexicon/entry.js'
import { createScope, type Scope } from '../scope/scope.js'
import type { Shelf } from '../scope/shelf.js'
import type { Shelves } from '../scope/shelves.js'
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

/** Ranking a scope twice takes some milliseconds: more questions than these nobody reads. */
const mostTried = 200

export const createTrial =
  (workshop: Workshop, learned: Learned, shelves: Shelves) =>
  async ({ enteCode, entry, documentId, questions }: EntryTrial): Promise<TriedEntry> => {
    const owner = scopeOf(enteCode)
    const { scope: now, degraded } = await shelves.of(owner)
    const tried: LexiconEntry | null = entry === null ? null : { ...entry, kind: 'lexicon-entry', documentId, scope: owner }
    const then = withEntry(now, owner, documentId, tried)
    const answers = []
    for (const question of questions) {
      const [before, after] = [listen(workshop, now, question), listen(workshop, then, question)]
      if (before.words.join(' ') === after.words.join(' ')) continue
      const first = (heard: typeof before, scope: Scope) => consider(workshop, learned, scope, heard).decision
      answers.push({ q: question.q, before: first(before, now), after: first(after, then) })
      if (answers.length === mostTried) break
      // Others use this process meanwhile.
      await breathe()
    }
    const changed = answers.filter(({ before, after }) => before.outcome !== after.outcome || idOf(before) !== idOf(after))
    const titles = await titlesOf(
      shelves,
      changed.flatMap(({ before, after }) => [before, after]),
    )
    const present = (decision: Decision): TriedAnswer => {
      const shown = decision.items[0]?.ranked.document
      return {
        outcome: decision.outcome,
        first: shown === undefined ? null : { documentId: shown.documentId, title: titles.get(shown.id) ?? '' },
      }
    }
    return {
      changes: changed.map(({ q, before, after }) => ({ q, before: present(before), after: present(after) })),
      known: entry === null || isKnown(entry, then, workshop),
      degraded,
    }
  }

const withEntry = (scope: Scope, owner: string, documentId: string, entry: LexiconEntry | null): Scope => {
  const [own, federation] = scope.shelves
  const changed = (shelf: Shelf, isOwners: boolean): Shelf => {
    const others = shelf.entries.filter((known) => known.documentId !== documentId)
    return { ...shelf, entries: entry !== null && isOwners ? [...others, entry] : others }
  }
  const isFederations = owner === federationScope
  return createScope(owner, changed(own, !isFederations), changed(federation, isFederations))
}

const idOf = ({ items }: Decision): string | undefined => items[0]?.ranked.document.documentId

const titlesOf = async (shelves: Shelves, decisions: readonly Decision[]): Promise<Map<string, string>> => {
  const wanted = new Map(decisions.flatMap(({ items }) => items.slice(0, 1).map(({ ranked }) => [ranked.document.id, ranked.document])))
  const { documents } = await shelves.documents([...wanted.values()])
  return new Map(documents.map(({ id, title }) => [id, title]))
}

const isKnown = ({ means, locale }: Pick<LexiconEntry, 'means' | 'locale'>, scope: Scope, { table, lexicon }: Workshop): boolean =>
  meansWords(means, locale).some((word) =>
    [...new Set([locale, 'it' as const])].some((language) => {
      const number = table.find(stem(word, language))
      return (number !== undefined && scope.isWritten(number)) || lexicon.knows(stem(word, language), language)
    }),
  )
