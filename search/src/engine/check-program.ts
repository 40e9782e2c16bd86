// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import type { EngineProgram } from './resolve-engine.js'

/** Refuses a program that is not the pinned one. Reads the whole file: 130-180 ms for 131 MB. */
export const assertPinnedProgram = async ({ path, sha256 }: EngineProgram): Promise<void> => {
  if (sha256 === undefined) return
  const hash = createHash('sha256')
  await pipeline(createReadStream(path, { highWaterMark: 1 << 20 }), hash)
  const found = hash.digest('hex')
  if (found !== sha256) throw new Error(`search engine ${path}: its sha256 is ${found}, not the pinned ${sha256}; it was not started`)
}
