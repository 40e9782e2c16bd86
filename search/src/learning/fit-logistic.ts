// SPDX-License-Identifier: AGPL-3.0-or-later
import { descend } from './descend.js'
import { dot } from './dot.js'
import { scaleOf } from './scale.js'

export interface LogisticExample {
  row: Float64Array
  right: boolean
  /** How many cases it stands for. */
  weight: number
}

export interface Logistic {
  base: number
  weights: Float64Array
}

const restraint = 0.002
const steps = 600

/** Log-odds that tell right from wrong as a weighed sum (logistic regression with a quadratic penalty). */
export const fitLogistic = (
  examples: readonly LogisticExample[],
  columns: number,
  bounds: (column: number) => readonly [number, number],
): Logistic => {
  const scale = scaleOf(
    examples.map(({ row }) => row),
    columns,
  )
  const standard = examples.map((example) => ({
    ...example,
    row: withBase(example.row.map((value, column) => (value - (scale.means[column] ?? 0)) / (scale.spreads[column] ?? 1))),
  }))
  const total = examples.reduce((sum, { weight }) => sum + weight, 0)
  const fitted = descend(
    columns + 1,
    steps,
    (current, slope) => {
      for (const { row, right, weight } of standard) {
        const pull = ((1 / (1 + Math.exp(-dot(row, current))) - (right ? 1 : 0)) * weight) / total
        row.forEach((value, column) => {
          slope[column] = (slope[column] ?? 0) + pull * value
        })
      }
      for (let column = 0; column < columns; column++) slope[column] = (slope[column] ?? 0) + restraint * (current[column] ?? 0)
    },
    (column) => (column === columns ? [-Infinity, Infinity] : bounds(column)),
  )
  const weights = fitted.slice(0, columns).map((weight, column) => weight / (scale.spreads[column] ?? 1))
  return { base: (fitted[columns] ?? 0) - dot(weights, scale.means), weights }
}

/** A last column that is always 1 carries what the sum begins with. */
const withBase = (row: Float64Array): Float64Array => Float64Array.of(...row, 1)
