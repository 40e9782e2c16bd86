// SPDX-License-Identifier: AGPL-3.0-or-later
import { createReadStream } from 'node:fs'
import fs from 'node:fs/promises'

const bufferedLength = 1024 * 1024

/** A file of values, one a line, for what memory should not hold. Written first, read afterwards. */
export interface Spool {
  readonly count: number
  add(value: unknown): Promise<void>
  /** What was added, in order, as the JSON it was written as. */
  lines(): AsyncGenerator<string>
}

export const openSpool = (filePath: string): Spool => {
  let buffer = ''
  let count = 0
  const flush = async (): Promise<void> => {
    const text = buffer
    buffer = ''
    if (text !== '') await fs.appendFile(filePath, text)
  }
  return {
    get count() {
      return count
    },
    async add(value) {
      count++
      buffer += `${JSON.stringify(value)}\n`
      if (buffer.length > bufferedLength) await flush()
    },
    async *lines() {
      if (count === 0) return
      await flush()
      let rest = ''
      // Not readline: it also breaks at U+2028, which JSON leaves as it is.
      for await (const chunk of createReadStream(filePath, { encoding: 'utf8', highWaterMark: bufferedLength })) {
        const lines = (rest + String(chunk)).split('\n')
        rest = lines.pop() ?? ''
        yield* lines
      }
    },
  }
}
