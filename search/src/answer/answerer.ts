// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto'
import type { AnswersResponse, AskedQuestion, Locale } from '@linea-comune/config'
import type { EngineClient } from '../client.js'
import type { Embedder } from '../embedder/embedder.js'
import { createNearest, type NearestOptions } from '../embedder/nearest.js'
import { toAsked } from '../records/to-asked.js'
import { EngineAwayError } from '../scope/pulse.js'
import type { Scope } from '../scope/scope.js'
import { createShelves } from '../scope/shelves.js'
import { createSnapshots } from '../scope/snapshots.js'
import { createSpill } from '../scope/spill.js'
import { startingWorkshop } from '../scope/workshop.js'
import { createByMeaning } from './by-meaning.js'
import { consider, listen, type Considered } from './consider.js'
import { readLearned } from './learned.js'
import { presentItem } from './present-item.js'
import { reviewedFirst } from './reviewed-first.js'
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

type Heard = Pick<Question, 'enteCode' | 'q' | 'locale' | 'thresholds'>

export interface Answerer {
  /**
   * Answers, offers a choice, or says that nobody does. Never throws: when the engine cannot be asked, `degraded` is true and the answer is
   * from what was known before.
   * @param keep is told what may be kept of the question, when anything was known
   */
  answer(question: Question, keep?: (asked: AskedQuestion) => void): Promise<AnswersResponse>
  /** The same before anything is shown, with as many documents as are wanted. Throws when nothing is known of the Ente. */
  consider(question: Heard, most?: number): Promise<Considered & { degraded: boolean }>
  /** Which of some questions would be answered differently with an entry that nobody has saved. Throws when nothing is known of the Ente. */
  tryEntry(trial: EntryTrial): Promise<TriedEntry>
}

export interface AnswererOptions {
  onError?: (error: unknown) => void
  /** Folder for what does not fit into memory, and for what is answered from while the engine is away. */
  snapshotDir?: string
  /** Where the words find nothing, texts near in meaning are offered. */
  embedder?: Embedder | null
  meaning?: Omit<NearestOptions, 'onError'>
}

export const createAnswerer = (
  client: EngineClient,
  { onError = () => undefined, snapshotDir, embedder = null, meaning }: AnswererOptions = {},
): Answerer => {
  const workshop = startingWorkshop()
  const learned = readLearned()
  const snapshots = snapshotDir === undefined ? null : createSnapshots(snapshotDir, onError)
  const spill = snapshotDir === undefined ? null : createSpill(snapshotDir)
  const shelves = createShelves(client, workshop, { snapshots, spill, onError })
  const byMeaning = embedder === null ? null : createByMeaning(createNearest(client, embedder, { ...meaning, onError }))
  const considerIn = (scope: Scope, asked: Heard, most?: number): Considered =>
    consider(workshop, learned, scope, listen(workshop, scope, asked), asked.thresholds, most)
  return {
    consider: (asked, most) => shelves.with(asked.enteCode, ({ scope, degraded }) => ({ ...considerIn(scope, asked, most), degraded })),
    tryEntry: createTrial(workshop, learned, shelves),
    answer: async (asked, keep) => {
      const questionId = randomUUID()
      try {
        const { answered, record, question } = await shelves.with(asked.enteCode, ({ scope, degraded }) => {
          const considered = considerIn(scope, asked)
          const { question, decision } = considered
          const items = reviewedFirst(decision.items, new Date()).map(({ ranked, probability }) =>
            presentItem(question, { document: ranked.document(), score: ranked.score, probability }, asked.enteSlug),
          )
          const { outcome } = decision
          const record = toAsked({ questionId, outcome, degraded, ...asked }, considered, workshop)
          return { answered: { outcome, items, questionId, degraded }, record, question }
        })
        const found = (await byMeaning?.({ asked, answered, record, question })) ?? { answered, record }
        keep?.(found.record)
        return found.answered
      } catch (error) {
        if (!(error instanceof EngineAwayError)) onError(error)
        return { outcome: 'none', items: [], questionId, degraded: true }
      }
    },
  }
}
