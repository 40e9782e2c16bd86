// SPDX-License-Identifier: AGPL-3.0-or-later

/** How fast, how steady: the usual constants of Adam (Kingma and Ba, 2015). */
const pace = 0.05
const memory = { mean: 0.9, square: 0.999 }

export type Gradient = (weights: Float64Array, into: Float64Array) => void

/**
 * Weights at which the gradient vanishes, from zero; the same input gives the same weights.
 * @param bounds between which the weight of a column stays
 */
export const descend = (
  size: number,
  steps: number,
  gradient: Gradient,
  bounds: (column: number) => readonly [number, number] = () => [-Infinity, Infinity],
): Float64Array => {
  const weights = new Float64Array(size)
  const slope = new Float64Array(size)
  const mean = new Float64Array(size)
  const square = new Float64Array(size)
  for (let step = 1; step <= steps; step++) {
    slope.fill(0)
    gradient(weights, slope)
    for (let at = 0; at < size; at++) {
      const down = slope[at] ?? 0
      mean[at] = memory.mean * (mean[at] ?? 0) + (1 - memory.mean) * down
      square[at] = memory.square * (square[at] ?? 0) + (1 - memory.square) * down * down
      const level = (mean[at] ?? 0) / (1 - memory.mean ** step)
      const spread = Math.sqrt((square[at] ?? 0) / (1 - memory.square ** step)) + 1e-8
      const [least, most] = bounds(at)
      weights[at] = Math.min(most, Math.max(least, (weights[at] ?? 0) - (pace * level) / spread))
    }
  }
  return weights
}
