// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ChildProcess } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { followLog, portIn } from './engine-log.js'
import { databaseFolder } from './set-aside.js'
import { spawnGuarded, type Guard } from './spawn-guarded.js'

export interface Exit {
  code: number | null
  signal: NodeJS.Signals | null
  error?: Error
}

export interface LaunchedEngine {
  child: ChildProcess
  port: number
  url: string
  exited: Promise<Exit>
  startMs: number
}

export interface LaunchOptions {
  program: string
  folder: string
  masterKey: string
  /** 0 asks the system for a free one. */
  port: number
  startTimeoutMs: number
  guard?: Guard
  onLine: (line: string) => void
}

export class EngineStartError extends Error {
  constructor(
    message: string,
    readonly log: string,
  ) {
    super(log === '' ? message : `${message}\n${log.split('\n').slice(-4).join('\n')}`)
    this.name = 'EngineStartError'
  }
}

const host = '127.0.0.1'
const healthEveryMs = 25

// The key goes by environment, because arguments can be read by everybody on the machine. Memory and threads are bounded: by
// default an engine takes two thirds of the host, which is wrong in a container, and was slower when measured.
const engineEnv = (masterKey: string): Record<string, string> => ({
  MEILI_MASTER_KEY: masterKey,
  MEILI_ENV: 'production',
  MEILI_EXPERIMENTAL_LOGS_MODE: 'JSON',
  MEILI_LOG_LEVEL: 'INFO',
  MEILI_MAX_INDEXING_MEMORY: '256MiB',
  MEILI_MAX_INDEXING_THREADS: '1',
})

const engineArgs = (folder: string, port: number): string[] => [
  ...['--db-path', databaseFolder(folder)],
  ...['--dump-dir', join(folder, 'dumps')],
  ...['--snapshot-dir', join(folder, 'snapshots')],
  ...['--http-addr', `${host}:${String(port)}`],
  '--no-analytics',
]

/** Starts one engine and waits until it answers searches, or fails with the end of its log. */
export const launchEngine = async (options: LaunchOptions): Promise<LaunchedEngine> => {
  const startedAt = Date.now()
  const { folder, masterKey, port, program, guard } = options
  const child = spawnGuarded(program, engineArgs(folder, port), { cwd: folder, env: engineEnv(masterKey), ...(guard && { guard }) })
  const log = { tail: (): string[] => [] }
  const listening = new Promise<number>((resolve) => {
    log.tail = followLog(child, (line) => {
      const found = portIn(line)
      if (found !== null) resolve(found)
      options.onLine(line)
    })
  })
  const exited = new Promise<Exit>((resolve) => {
    child.once('error', (error) => {
      resolve({ code: null, signal: null, error })
    })
    // `close` comes after the last line of output, which says why it went.
    child.once('close', (code, signal) => {
      resolve({ code, signal })
    })
  })
  const died = exited.then(({ code, signal, error }): never => {
    throw new EngineStartError(`search engine ended while starting (${error?.message ?? String(signal ?? code)})`, log.tail().join('\n'))
  })
  died.catch(() => undefined)
  const late = new AbortController()
  const tooLate = sleep(options.startTimeoutMs, null, { signal: late.signal, ref: false }).then((): never => {
    throw new EngineStartError('search engine did not start in time', log.tail().join('\n'))
  })
  tooLate.catch(() => undefined)
  try {
    const openPort = await Promise.race([listening, died, tooLate])
    const url = `http://${host}:${String(openPort)}`
    await Promise.race([untilHealthy(url, masterKey, late.signal), died, tooLate])
    return { child, port: openPort, url, exited, startMs: Date.now() - startedAt }
  } catch (error) {
    child.kill('SIGKILL')
    throw error
  } finally {
    late.abort()
  }
}

const untilHealthy = async (url: string, masterKey: string, signal: AbortSignal): Promise<void> => {
  while (!signal.aborted && !(await isHealthy(url))) await sleep(healthEveryMs)
  const answer = await fetch(`${url}/version`, { headers: { authorization: `Bearer ${masterKey}` } })
  // On the port of before, somebody else's engine may be listening by now.
  if (!answer.ok) throw new EngineStartError(`something else answers on ${url}`, '')
}

const isHealthy = async (url: string): Promise<boolean> => {
  try {
    const answer = await fetch(`${url}/health`, { signal: AbortSignal.timeout(1000) })
    return answer.ok && ((await answer.json()) as { status?: unknown }).status === 'available'
  } catch {
    return false
  }
}
