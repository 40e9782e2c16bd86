// SPDX-License-Identifier: AGPL-3.0-or-later
import { interval, measure, type Measures, type Trial } from './measures.js'

const percent = (value: number | null): string => (value === null ? '–' : (100 * value).toFixed(1))

const withInterval = (value: number | null, n: number): string => {
  const bounds = interval(value, n)
  return bounds === null ? '–' : `${percent(value)} [${percent(bounds[0])}–${percent(bounds[1])}]`
}

const row = (name: string, measures: Measures): string[] => {
  const { n, answerable, outcomes } = measures
  return [
    name,
    String(n),
    withInterval(measures.hit1, answerable),
    withInterval(measures.hit3, answerable),
    percent(measures.hit10),
    percent(measures.mrr),
    `${String(outcomes.answer)}/${String(outcomes.choice)}/${String(outcomes.none)}`,
    withInterval(measures.precision, outcomes.answer + outcomes.choice),
    withInterval(measures.answeredRight, answerable),
    withInterval(measures.falseAnswers, n - answerable),
  ]
}

const headings = ['', 'n', 'hit@1', 'hit@3', 'hit@10', 'MRR', 'answer/choice/none', 'precision', 'answeredRight', 'falseAnswers']

/** A table with a row for each kind of question and one for all; percentages with 95 % confidence intervals. */
export const printMeasures = (trials: readonly Trial[]): string => {
  const kinds = [...new Set(trials.map(({ kind }) => kind))].sort()
  const all = measure(trials)
  const rows = [headings, ...kinds.map((kind) => row(kind, measure(trials.filter((trial) => trial.kind === kind)))), row('all', all)]
  const widths = headings.map((_, column) => Math.max(...rows.map((cells) => cells[column]?.length ?? 0)))
  const table = rows.map((cells) =>
    cells
      .map((cell, column) => cell.padEnd(widths[column] ?? 0))
      .join('  ')
      .trimEnd(),
  )
  return [
    ...table,
    '',
    `AUROC ${percent(all.auroc)} · p50 ${String(all.p50Ms?.toFixed(1))} ms · p99 ${String(all.p99Ms?.toFixed(1))} ms`,
  ].join('\n')
}
