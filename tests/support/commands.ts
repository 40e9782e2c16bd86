// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawn, type ChildProcess } from 'node:child_process'
import path from 'node:path'
import { root } from './system.js'

export interface CommandResult {
  status: number | null
  output: string
}

export interface RunningCommand {
  process: ChildProcess
  ended: Promise<CommandResult>
}

/** A command of the back office as a person gives it, on data of its own. */
export const startCommand = (name: string, args: readonly string[], dataDir: string): RunningCommand => {
  const file = path.join(root, 'cms', 'dist', 'src', 'commands', `${name}.js`)
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', file, ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, HOME: process.env.HOME, DATA_DIR: dataDir, LOG_LEVEL: 'error' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr.on('data', (chunk: Buffer) => (output += chunk.toString()))
  return { process: child, ended: new Promise((resolve) => child.once('close', (status) => resolve({ status, output }))) }
}

export const runCommand = (name: string, args: readonly string[], dataDir: string): Promise<CommandResult> =>
  startCommand(name, args, dataDir).ended
