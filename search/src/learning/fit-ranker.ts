// SPDX-License-Identifier: AGPL-3.0-or-later
import { descend } from './descend.js'
import { scaleOf } from './scale.js'

/** The documents that could answer one question: their features, and which of them do. */
export interface RankingExample {
  rows: readonly Float64Array[]
  right: readonly boolean[]
}

/** Keeps weights from growing on accidents of the training questions. */
const restraint = 0.02
const steps = 250

/**
 * Weights, none below zero, with which right documents stand above the others: the softmax of each question's scores should
 * lie on what answers it (listwise, Cao and others 2007). Questions that nobody or everybody answers teach nothing.
 */
export const fitRanker = (examples: readonly RankingExample[], columns: number): Float64Array => {
  const telling = examples.filter(({ right }) => right.includes(true) && right.includes(false))
  const rows = telling.flatMap((example) => example.rows)
  const scale = scaleOf(rows, columns)
  // One long array: this is read hundreds of times.
  const values = new Float64Array(rows.length * columns)
  rows.forEach((row, index) => {
    for (let column = 0; column < columns; column++)
      values[index * columns + column] = ((row[column] ?? 0) - (scale.means[column] ?? 0)) / (scale.spreads[column] ?? 1)
  })
  const right = Uint8Array.from(telling.flatMap((example) => example.right.map(Number)))
  const starts = [0]
  for (const example of telling) starts.push((starts.at(-1) ?? 0) + example.rows.length)
  const odds = new Float64Array(rows.length)

  const weights = descend(
    columns,
    steps,
    (current, slope) => {
      for (let question = 0; question < telling.length; question++) {
        const [start = 0, end = 0] = [starts[question], starts[question + 1]]
        let highest = -Infinity
        for (let row = start; row < end; row++) {
          let score = 0
          for (let column = 0; column < columns; column++) score += (values[row * columns + column] ?? 0) * (current[column] ?? 0)
          odds[row] = score
          if (score > highest) highest = score
        }
        let all = 0
        let wanted = 0
        for (let row = start; row < end; row++) {
          const odd = Math.exp((odds[row] ?? 0) - highest)
          odds[row] = odd
          all += odd
          if (right[row] === 1) wanted += odd
        }
        for (let row = start; row < end; row++) {
          const pull = ((odds[row] ?? 0) / all - (right[row] === 1 ? (odds[row] ?? 0) / wanted : 0)) / telling.length
          for (let column = 0; column < columns; column++)
            slope[column] = (slope[column] ?? 0) + pull * (values[row * columns + column] ?? 0)
        }
      }
      for (let column = 0; column < columns; column++) slope[column] = (slope[column] ?? 0) + restraint * (current[column] ?? 0)
    },
    () => [0, Infinity],
  )
  return weights.map((weight, column) => weight / (scale.spreads[column] ?? 1))
}
