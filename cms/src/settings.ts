// SPDX-License-Identifier: AGPL-3.0-or-later
import fs from 'node:fs'
import path from 'node:path'
import { readEnv, type Env } from '@linea-comune/config'
import { readSecrets, type Secrets } from './identity/secrets'

/** Root of the repository, seen from the compiled file in `cms/dist/src`. */
const projectDir = path.resolve(__dirname, '..', '..', '..')
export const appDir = path.join(projectDir, 'cms')
export const distDir = path.join(appDir, 'dist')

export interface Settings {
  env: Env
  /** Absolute. */
  dataDir: string
  /** Where Strapi keeps what anyone may read, uploads among it. */
  publicDir: string
  secrets: Secrets
}

let read: Settings | undefined

/** Environment and secrets of this process, read once. */
export const settings = (): Settings => {
  if (read) return read
  const env = readEnv(path.join(projectDir, '.env'))
  const dataDir = path.resolve(projectDir, env.dataDir)
  const publicDir = path.join(dataDir, 'public')
  fs.mkdirSync(path.join(publicDir, 'uploads'), { recursive: true })
  read = { env, dataDir, publicDir, secrets: readSecrets(dataDir, env.secrets.internalToken) }
  return read
}
