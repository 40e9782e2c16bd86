// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

const names = ['adminJwtSecret', 'apiTokenSalt', 'transferTokenSalt', 'encryptionKey', 'appKey1', 'appKey2', 'citizenKey'] as const

export interface Secrets extends Record<(typeof names)[number], string> {
  appKeys: string[]
  internalToken: string
}

/** Writes once and for all: when two processes start together, the first one's value stands for both. */
const readOrCreate = (file: string, create: () => string): string => {
  if (fs.existsSync(file)) return fs.readFileSync(file, 'utf8').trim()
  try {
    const draft = `${file}.${String(process.pid)}`
    fs.writeFileSync(draft, create(), { mode: 0o600 })
    try {
      fs.linkSync(draft, file)
    } finally {
      fs.rmSync(draft)
    }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  }
  return fs.readFileSync(file, 'utf8').trim()
}

const random = (): string => randomBytes(32).toString('base64url')

/** Secrets of this installation, made at the first start, readable by its user only. Losing them signs everybody out and closes every citizen's link. */
export const readSecrets = (dataDir: string, internalToken?: string): Secrets => {
  const folder = path.join(dataDir, 'secrets')
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = path.join(folder, 'back-office.json')
  const create = (): string => JSON.stringify(Object.fromEntries(names.map((name) => [name, random()])), null, 2)
  const stored = JSON.parse(readOrCreate(file, create)) as Record<(typeof names)[number], string>
  const missing = names.filter((name) => typeof stored[name] !== 'string' || stored[name].length < 16)
  if (missing.length > 0) throw new Error(`${file} lacks ${missing.join(', ')}`)
  return {
    ...stored,
    appKeys: [stored.appKey1, stored.appKey2],
    internalToken: internalToken ?? readOrCreate(path.join(folder, 'internal-token'), random),
  }
}
