// SPDX-License-Identifier: AGPL-3.0-or-later

/** How far values of each column lie apart, so that a weight costs the same whatever its column is measured in. */
export interface Scale {
  means: Float64Array
  spreads: Float64Array
}

export const scaleOf = (rows: readonly Float64Array[], columns: number): Scale => {
  const means = new Float64Array(columns)
  const squares = new Float64Array(columns)
  for (const row of rows)
    for (let column = 0; column < columns; column++) {
      const value = row[column] ?? 0
      means[column] = (means[column] ?? 0) + value / rows.length
      squares[column] = (squares[column] ?? 0) + (value * value) / rows.length
    }
  return { means, spreads: squares.map((square, column) => Math.sqrt(Math.max(0, square - (means[column] ?? 0) ** 2)) + 1e-6) }
}
