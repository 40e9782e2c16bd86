// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IndexSource } from '@linea-comune/search'
import type { Answered, Load } from './load.js'

export type SheetOrFaq = Extract<IndexSource, { kind: 'sheet' | 'faq' }>

/** A question that citizens of one Ente ask. */
export interface Asked {
  ente: number
  q: string
}

/** Something that finds texts for a question. */
export interface Contender {
  name: string
  add: (documents: readonly SheetOrFaq[]) => Promise<void>
  ask: (next: () => Asked, load: Load) => Promise<Answered>
  /** Processor time that each of its processes has used so far. */
  cpuMs: () => Record<string, number>
  stop: () => Promise<void>
}

export const inChunks = async <T>(items: readonly T[], size: number, write: (chunk: readonly T[]) => Promise<unknown>): Promise<void> => {
  for (let start = 0; start < items.length; start += size) await write(items.slice(start, start + size))
}
