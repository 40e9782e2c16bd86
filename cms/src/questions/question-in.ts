// SPDX-License-Identifier: AGPL-3.0-or-later

/** The sentence of a message that asks; without one, the first. */
export const questionIn = (text: string): string => {
  const sentences = text
    .split(/(?<=[.?!…])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== '')
  return sentences.find((sentence) => sentence.endsWith('?')) ?? sentences[0] ?? ''
}
