// SPDX-License-Identifier: AGPL-3.0-or-later
import path from 'node:path'
import { buildAll } from './build.js'
import { say } from './say.js'

const root = path.resolve(import.meta.dirname, '..')

/** The libraries are built before anything imports them, so that a fresh checkout starts with one command. */
export const startSystem = async (): Promise<void> => {
  await buildAll(['libraries'])
  const { readSettings, run } = await import('./system.js')
  const env = readSettings(root)
  await buildAll(['back-office', 'panel', 'front-office'])
  try {
    await run(root, env)
  } catch (error) {
    say(`Linea Comune did not start: ${error instanceof Error ? error.message : String(error)}`)
    process.exit(1)
  }
}
