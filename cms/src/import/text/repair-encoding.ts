// SPDX-License-Identifier: AGPL-3.0-or-later
import { hasWrongEncoding } from './suspicious-text'

/** Windows-1252 where it differs from Latin-1: the byte of each character. */
const windowsBytes = new Map(
  Array.from('€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ').map((character, at): [string, number] => [character, 0x80 + at]),
)
const decoder = new TextDecoder('utf-8', { fatal: true })

/**
 * UTF-8 that was read as Windows-1252, read again as what it is. Undefined when that is not certain: a byte was lost, or part
 * of the text was right before.
 */
export const repairEncoding = (text: string): string | undefined => {
  const bytes: number[] = []
  for (const character of text) {
    const byte = windowsBytes.get(character) ?? character.codePointAt(0) ?? 0x100
    if (byte > 0xff) return undefined
    bytes.push(byte)
  }
  try {
    const repaired = decoder.decode(Uint8Array.from(bytes))
    return hasWrongEncoding(repaired) ? undefined : repaired
  } catch {
    return undefined
  }
}
