// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IndexWriter } from '@linea-comune/search'
import { diceFrom } from './random.js'
import { documentsBetween } from './corpus.js'

/** Publishes one document after the other, of any Ente and of the federation, as the index worker does. */
export const writeAllTheTime = (writer: IndexWriter, documents: number): { stop: () => Promise<number> } => {
  const { below } = diceFrom(17)
  let written = 0
  let ended = false
  const write = async (): Promise<void> => {
    while (!ended) {
      // One in ten is the federation's, which everybody's answers come from.
      const number = written % 10 === 0 ? below(60) : below(documents)
      const [source] = documentsBetween(number, number + 1)
      if (source === undefined) continue
      await writer.replaceDocument(source.documentId, [{ ...source, updatedAt: new Date().toISOString() }])
      written += 1
    }
  }
  const done = write()
  return {
    stop: async () => {
      ended = true
      await done
      return written
    },
  }
}
