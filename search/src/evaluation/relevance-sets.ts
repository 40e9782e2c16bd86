// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { readCorpus, type Corpus } from './corpus.js'
import { question, readQuestions, type JudgedQuestion } from './questions.js'

/** Texts of some Enti with questions to them, and who answers each. */
export interface RelevanceSet {
  name: string
  corpus: Corpus
  /** Weights are learned from these… */
  training: JudgedQuestion[]
  /** …and figures are quoted on these. No need is asked for in both. */
  test: JudgedQuestion[]
}

const folder = join(import.meta.dirname, '../../relevance')

const listed = z.object({
  name: z.string(),
  /** Files in the import template. */
  corpus: z.array(z.string()),
  /** Every need is asked of each of these… */
  enti: z.array(z.string()).default([]),
  /** …and answered by these documents: need → ids. Needs that are not here nobody answers. */
  judgements: z.string().optional(),
  /** Questions made from names of services, for training alone: other services may answer them as well. */
  byTitle: z.string().optional(),
  /** Questions judged one by one. */
  questions: z.string().optional(),
})

const needs = z.array(
  z.object({ need: z.string(), topic: z.string(), questions: z.array(question.pick({ q: true, kind: true, locale: true })) }),
)

/** Three needs of ten are for the test, the same ones for every corpus and for ever. */
const isForTest = (need: string): boolean => (createHash('sha256').update(need).digest()[0] ?? 0) % 10 < 3

export const readRelevanceSets = (): RelevanceSet[] => {
  const read = (file: string): unknown => JSON.parse(readFileSync(join(folder, file), 'utf8'))
  const asked = needs.parse(read('questions.json'))
  return z
    .array(listed)
    .parse(read('sets.json'))
    .map(({ name, corpus: files, enti, judgements, byTitle, questions }) => {
      const parts = files.map((file) =>
        z.object({ sheets: z.array(z.unknown()).default([]), faqs: z.array(z.unknown()).default([]) }).parse(read(file)),
      )
      const corpus = readCorpus({ sheets: parts.flatMap(({ sheets }) => sheets), faqs: parts.flatMap(({ faqs }) => faqs) })
      const answers = judgements === undefined ? {} : z.record(z.string(), z.array(z.string())).parse(read(judgements))
      const byNeed = enti.flatMap((ente) =>
        asked.flatMap(({ need, questions: ways }) => {
          const expected = (answers[need] ?? []).filter((id) => corpus.answersFor(ente, id))
          return ways.map((way) => ({ need, ...way, ente, expected }))
        }),
      )
      const single = (file: string | undefined): JudgedQuestion[] => (file === undefined ? [] : readQuestions(read(file)))
      const judged = [...byNeed, ...single(questions).map((one) => ({ need: `${name} ${one.expected.join(' ')}`, ...one }))]
      const test = judged.filter(({ need }) => isForTest(need))
      // One word may ask for two needs: what is in the test teaches nothing.
      const kept = new Set(test.map(({ q }) => q))
      return {
        name,
        corpus,
        training: [...judged.filter(({ need }) => !isForTest(need)), ...single(byTitle)].filter(({ q }) => !kept.has(q)),
        test,
      }
    })
}
