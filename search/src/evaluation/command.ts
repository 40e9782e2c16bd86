// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync, writeFileSync } from 'node:fs'
import { parseArgs } from 'node:util'
import { createAnswerer } from '../answer/answerer.js'
import { readCorpus, type Corpus } from './corpus.js'
import { evaluate, type Asked } from './evaluate.js'
import { measure } from './measures.js'
import { printMeasures } from './print-measures.js'
import { readQuestions, type JudgedQuestion } from './questions.js'
import { readRelevanceSets } from './relevance-sets.js'
import { withThrowAwayEngine } from './throw-away-engine.js'

const usage = `npm run eval -- --corpus FILE --questions FILE [--json] [--failures FILE]
Without files: the test questions of this repository, each set in its turn.`

const { values } = parseArgs({
  options: {
    corpus: { type: 'string' },
    questions: { type: 'string' },
    json: { type: 'boolean', default: false },
    failures: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
})

const say = (text: string): void => {
  process.stdout.write(`${text}\n`)
}

const ask = (corpus: Corpus, questions: readonly JudgedQuestion[]): Promise<Asked[]> =>
  withThrowAwayEngine(corpus.sources, (client) => evaluate(createAnswerer(client), corpus, questions))

const failed = ({ trial }: Asked): boolean => (trial.answerable ? trial.place !== 1 || !trial.right : trial.outcome !== 'none')

const report = (asked: readonly Asked[]): void => {
  const trials = asked.map(({ trial }) => trial)
  say(values.json ? JSON.stringify(measure(trials)) : printMeasures(trials))
  if (values.failures !== undefined)
    writeFileSync(
      values.failures,
      asked
        .filter(failed)
        .map(({ question, trial, ranked }) => JSON.stringify({ ...question, ...trial, ranked: ranked.slice(0, 3) }))
        .join('\n'),
    )
}

const { corpus, questions } = values
if (values.help || (corpus === undefined) !== (questions === undefined)) {
  say(usage)
  process.exitCode = values.help ? 0 : 2
} else if (corpus !== undefined && questions !== undefined) {
  const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))
  report(await ask(readCorpus(read(corpus)), readQuestions(read(questions))))
} else {
  const all: Asked[] = []
  for (const set of readRelevanceSets())
    for (const asked of await ask(set.corpus, set.test)) all.push({ ...asked, trial: { ...asked.trial, kind: set.name } })
  report(all)
}
