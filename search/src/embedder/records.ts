// SPDX-License-Identifier: AGPL-3.0-or-later
import { stamped } from '../documents/stamped.js'
import { toDocuments } from '../documents/to-documents.js'
import type { IndexSource } from '../model.js'
import type { Embedder } from './embedder.js'
import { textToEmbed } from './text-to-embed.js'
import { createVectorsFor } from './vectors-for.js'

/** What the two indexes are given of published records: documents, stamped, and with an embedder each question document's vector. */
export const createRecords = (embedder: Embedder | null, onError: (error: unknown) => void = () => undefined) => {
  const vectors = embedder === null ? null : createVectorsFor(embedder, onError)
  return {
    of: async (sources: readonly IndexSource[]) => {
      const documents = sources.map((source) => ({ source, ...toDocuments(source) }))
      const pages = documents.flatMap(({ page }) => (page === null ? [] : [page]))
      const questions = documents.flatMap(({ source, question }) => (question === null ? [] : [{ source, question }]))
      const made = await vectors?.of(questions.map(({ source }) => textToEmbed(source)))
      return {
        pages: pages.map(stamped),
        questions: questions.map(({ question }, index) => stamped({ ...question, ...made?.[index] })),
      }
    },
  }
}
