// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto'
import type { AnswersResponse, Locale } from '@linea-comune/config'
import type { EngineClient } from '../client.js'
import { EngineAwayError } from '../scope/pulse.js'
import { createShelves } from '../scope/shelves.js'
import { createSnapshots } from '../scope/snapshots.js'
import { createSpill } from '../scope/spill.js'
import { startingWorkshop } from '../scope/workshop.js'
import { consider, type Considered } from './consider.js'
import { readLearned } from './learned.js'
import { presentItem } from './present-item.js'

export interface Question {
  enteCode: string
  enteSlug: string
  q: string
  locale: Locale
}

export interface Answerer {
  /**
   * Answers, offers a choice, or says that nobody does. Never throws: when the engine cannot be asked, `degraded` is true and the answer is
   * from what was known before.
   */
  answer(question: Question): Promise<AnswersResponse>
  /** The same before anything is shown, with as many documents as are wanted. Throws when nothing is known of the Ente. */
  consider(question: Pick<Question, 'enteCode' | 'q' | 'locale'>, most?: number): Promise<Considered & { degraded: boolean }>
}

export interface AnswererOptions {
  onError?: (error: unknown) => void
  /** Folder for what does not fit into memory, and for what is answered from while the engine is away. */
  snapshotDir?: string
}

export const createAnswerer = (client: EngineClient, { onError = () => undefined, snapshotDir }: AnswererOptions = {}): Answerer => {
  const workshop = startingWorkshop()
  const learned = readLearned()
  const snapshots = snapshotDir === undefined ? null : createSnapshots(snapshotDir, onError)
  const spill = snapshotDir === undefined ? null : createSpill(snapshotDir)
  const shelves = createShelves(client, workshop, { snapshots, spill, onError })
  return {
    consider: ({ enteCode, q, locale }, most) =>
      shelves.with(enteCode, ({ scope, degraded }) => ({ ...consider(workshop, learned, scope, { q, locale }, most), degraded })),
    answer: async (asked) => {
      const nothing = { outcome: 'none', items: [], questionId: randomUUID(), degraded: false } as const satisfies AnswersResponse
      try {
        return await shelves.with(asked.enteCode, ({ scope, degraded }) => {
          const { question, decision } = consider(workshop, learned, scope, asked)
          const items = decision.items.map(({ ranked, probability }) =>
            presentItem(question, { document: ranked.document(), score: ranked.score, probability }, asked.enteSlug),
          )
          return { ...nothing, outcome: decision.outcome, items, degraded }
        })
      } catch (error) {
        if (!(error instanceof EngineAwayError)) onError(error)
        return { ...nothing, degraded: true }
      }
    },
  }
}
