// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomBytes } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

const keyFile = (folder: string): string => join(folder, 'master.key')

/** The engine's own key, made at first start. It never leaves this machine: everything else works with narrower keys. */
export const ensureMasterKey = (folder: string): string => {
  try {
    writeFileSync(keyFile(folder), randomBytes(32).toString('base64url'), { mode: 0o600, flag: 'wx' })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return readMasterKey(folder)
}

export const readMasterKey = (folder: string): string => {
  const key = readFileSync(keyFile(folder), 'utf8').trim()
  // Meilisearch refuses shorter ones in production mode.
  if (Buffer.byteLength(key) < 16) throw new Error(`${keyFile(folder)} holds less than 16 characters`)
  return key
}
