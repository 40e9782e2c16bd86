// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { freePorts } from './ports.js'
import { until } from './until.js'

export const root = path.resolve(import.meta.dirname, '..', '..')

export interface System {
  /** Address of the front office. */
  url: string
  backofficeUrl: string
  dataDir: string
  /** What the launcher printed so far. */
  output: () => string
  /** Demo accounts by e-mail. */
  passwordOf: (email: string) => string
  pid: number
  /** Resolves with the exit code. */
  stop: (signal?: NodeJS.Signals) => Promise<number | null>
  cleanUp: () => void
}

export interface SystemOptions {
  env?: Record<string, string>
  dataDir?: string
  ports?: readonly [number, number]
  readyTimeoutMs?: number
}

/** The built system as a person starts it, with data and ports of its own. */
export const startSystem = async ({ env = {}, dataDir, ports, readyTimeoutMs = 180_000 }: SystemOptions = {}): Promise<System> => {
  const folder = dataDir ?? fs.mkdtempSync(path.join(os.tmpdir(), 'linea-comune-'))
  const [port, backofficePort] = ports ?? ((await freePorts(2)) as [number, number])
  const child: ChildProcess = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', '--import', 'tsx', 'start.ts'], {
    cwd: root,
    env: {
      PATH: process.env.PATH,
      HOME: process.env.HOME,
      DATA_DIR: folder,
      PORT: String(port),
      BACKOFFICE_PORT: String(backofficePort),
      LOG_LEVEL: 'warn',
      ...env,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  child.stderr?.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve))
  const stop = (signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> => {
    if (child.exitCode === null && child.signalCode === null) child.kill(signal)
    return exited
  }
  try {
    await until(
      'the system to run',
      () => {
        if (child.exitCode !== null) throw new Error(`the system ended while starting:\n${output}`)
        return output.includes('Linea Comune is running.')
      },
      readyTimeoutMs,
    )
    // The accounts follow in the same breath.
    await until('the addresses', () => output.includes('Back office   '), 5000)
  } catch (error) {
    await stop('SIGKILL')
    throw new Error(`the system did not start\n${output}`, { cause: error })
  }
  return {
    url: `http://localhost:${String(port)}`,
    backofficeUrl: `http://localhost:${String(backofficePort)}`,
    dataDir: folder,
    output: () => output,
    passwordOf: (email) => {
      const match = output.split('\n').find((line) => line.includes(` ${email} `))
      const password = match?.trim().split(/\s+/).at(-1)
      if (password === undefined) throw new Error(`no password of ${email} in:\n${output}`)
      return password
    },
    pid: child.pid ?? 0,
    stop,
    cleanUp: () => fs.rmSync(folder, { recursive: true, force: true }),
  }
}
