// SPDX-License-Identifier: AGPL-3.0-or-later

/** How much two questions are the same one: twice what they share over what they hold, rare words counting more. */
export const likeness = (a: readonly string[], b: readonly string[], weightOf: (stem: string) => number): number => {
  const [left, right] = [new Set(a), new Set(b)]
  const sum = (stems: Iterable<string>) => [...stems].reduce((total, stem) => total + weightOf(stem), 0)
  const whole = sum(left) + sum(right)
  return whole === 0 ? 0 : (2 * sum([...left].filter((stem) => right.has(stem)))) / whole
}

const gramLength = 3

const gramsOf = (text: string): Map<string, number> => {
  const padded = ` ${text} `
  const grams = new Map<string, number>()
  for (let at = 0; at + gramLength <= padded.length; at++) {
    const gram = padded.slice(at, at + gramLength)
    grams.set(gram, (grams.get(gram) ?? 0) + 1)
  }
  return grams
}

const norm = (grams: Map<string, number>): number => Math.sqrt([...grams.values()].reduce((sum, count) => sum + count * count, 0))

/** Cosine of the two texts' three-letter groups: 1 the same letters, 0 none in common. */
export const letterCosine = (a: string, b: string): number => {
  const [left, right] = [gramsOf(a), gramsOf(b)]
  const product = [...left].reduce((sum, [gram, count]) => sum + count * (right.get(gram) ?? 0), 0)
  return product === 0 ? 0 : product / (norm(left) * norm(right))
}
