// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { readCorpus } from './corpus.js'
import { evaluate } from './evaluate.js'
import { measure } from './measures.js'
import { printMeasures } from './print-measures.js'
import { readQuestions } from './questions.js'
import { withThrowAwayEngine } from './throw-away-engine.js'

const usage = 'npm run eval -- --corpus FILE --questions FILE [--json] [--failures FILE]'

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    questions: { type: 'string' },
    json: { type: 'boolean', default: false },
    failures: { type: 'string' },
  },
})
if (values.corpus === undefined || values.questions === undefined) throw new Error(usage)
const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8')) as unknown
const corpus = readCorpus(read(values.corpus))
const questions = readQuestions(read(values.questions))
const asked = await withThrowAwayEngine(corpus.sources, (client) => evaluate(client, corpus, questions))
const trials = asked.map(({ trial }) => trial)
process.stdout.write(`${values.json ? JSON.stringify(measure(trials)) : printMeasures(trials)}\n`)
if (values.failures !== undefined)
  writeFileSync(
    values.failures,
    asked
      .filter(({ trial }) => (trial.answerable ? trial.place !== 1 || !trial.right : trial.outcome !== 'none'))
      .map(({ question, trial, ranked }) => JSON.stringify({ ...question, ...trial, ranked: ranked.slice(0, 3) }))
      .join('\n'),
  )
