// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto'
import type { AnswersResponse, AskedQuestion, Locale } from '@linea-comune/config'
import type { EngineClient } from '../client.js'
import { toAsked } from '../records/to-asked.js'
import { createShelves } from '../scope/shelves.js'
import { createSnapshots } from '../scope/snapshots.js'
import { startingWorkshop } from '../scope/workshop.js'
import { consider, listen, type Considered } from './consider.js'
import { readLearned } from './learned.js'
import { presentItem } from './present-item.js'
import type { Thresholds } from './thresholds.js'
import { createTrial, type EntryTrial, type TriedEntry } from './try-entry.js'

export interface Question {
  enteCode: string
  enteSlug: string
  q: string
  locale: Locale
  /** The Ente's own; the starting ones while it has none. */
  thresholds?: Thresholds | undefined
}

export interface Answerer {
  /**
   * Answers, offers a choice, or says that nobody does. Never throws: when the engine cannot be asked, `degraded` is true and the answer is
   * from what was known before.
   * @param keep is told what may be kept of the question, when anything was known
   */
  answer(question: Question, keep?: (asked: AskedQuestion) => void): Promise<AnswersResponse>
  /** The same before anything is shown. Throws when nothing is known of the Ente. */
  consider(question: Pick<Question, 'enteCode' | 'q' | 'locale' | 'thresholds'>): Promise<Considered & { degraded: boolean }>
  /** Which of some questions would be answered differently with an entry that nobody has saved. Throws when nothing is known of the Ente. */
  tryEntry(trial: EntryTrial): Promise<TriedEntry>
}

export interface AnswererOptions {
  onError?: (error: unknown) => void
  /** Folder for what is answered from while the engine is away. Without it, only what was asked for before is. */
  snapshotDir?: string
}

export const createAnswerer = (client: EngineClient, { onError = () => undefined, snapshotDir }: AnswererOptions = {}): Answerer => {
  const workshop = startingWorkshop()
  const learned = readLearned()
  const snapshots = snapshotDir === undefined ? null : createSnapshots(snapshotDir, onError)
  const shelves = createShelves(client, workshop, { snapshots, onError })
  const considerIn: Answerer['consider'] = async ({ enteCode, q, locale, thresholds }) => {
    const { scope, degraded } = await shelves.of(enteCode)
    return { ...consider(workshop, learned, scope, listen(workshop, scope, { q, locale }), thresholds), degraded }
  }
  return {
    consider: considerIn,
    tryEntry: createTrial(workshop, learned, shelves),
    answer: async (asked, keep) => {
      const nothing = { outcome: 'none', items: [], questionId: randomUUID(), degraded: false } as const satisfies AnswersResponse
      try {
        const considered = await considerIn(asked)
        const { question, decision } = considered
        const found = await shelves.documents(decision.items.map(({ ranked }) => ranked.document))
        const items = decision.items.flatMap(({ ranked, probability }) => {
          const document = found.documents.find(({ id }) => id === ranked.document.id)
          return document === undefined ? [] : [presentItem(question, { document, score: ranked.score, probability }, asked.enteSlug)]
        })
        const outcome = items.length === 0 ? 'none' : decision.outcome
        const degraded = considered.degraded || found.degraded
        keep?.(toAsked({ ...asked, questionId: nothing.questionId, outcome, degraded }, considered, workshop))
        return { ...nothing, outcome, items, degraded }
      } catch (error) {
        onError(error)
        return { ...nothing, degraded: true }
      }
    },
  }
}
