// SPDX-License-Identifier: AGPL-3.0-or-later
import { EventEmitter } from 'node:events'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { assertPinnedProgram } from './check-program.js'
import { engineKeys } from './engine-keys.js'
import { isErrorLine, tellsDamage, tellsPortTaken } from './engine-log.js'
import { lockFolder } from './folder-lock.js'
import { EngineStartError, launchEngine, type Exit, type LaunchedEngine } from './launch.js'
import { ensureMasterKey } from './master-key.js'
import type { EngineProgram } from './resolve-engine.js'
import { toRunnableProgram } from './runnable-program.js'
import { engineFolder, removeRuntimeFile, writeRuntimeFile } from './runtime-file.js'
import { setDatabaseAside } from './set-aside.js'
import type { Guard } from './spawn-guarded.js'

export interface SupervisorOptions {
  /** Data folder of the system; the engine keeps its files in `search/` inside it. */
  dataDir: string
  program: EngineProgram
  /** Receives the engine's own log, one JSON text per line. */
  log?: (line: string) => void
  startTimeoutMs?: number
  /** Waits before the first, second… restart; the last one repeats. */
  backoffMs?: readonly number[]
  /** Only for tests and for machines whose guard is known. */
  guard?: Guard
}

export interface SupervisorEvents {
  ready: [{ url: string; startMs: number }]
  crash: [Exit]
  'restart-failed': [unknown]
  /** The database was damaged and has been set aside: whoever hears this builds the index again. */
  'rebuilt-empty': [{ reason: string }]
}

const defaults = { startTimeoutMs: 60_000, backoffMs: [250, 1000, 2000, 5000, 15_000, 30_000] }
const killAfterMs = 10_000
/** An engine that ran this long was well: the next crash starts the waits from the beginning. */
const stableMs = 60_000
/** This many crashes within the window mean that starting again is no cure: a truncated index kills at the first search. */
const crashLoop = { crashes: 3, windowMs: 60_000 }

/** Starts one engine over a folder and keeps it running, on the same port and with the same key, until `stop()`. */
export class EngineSupervisor extends EventEmitter<SupervisorEvents> {
  readonly #options: SupervisorOptions & Required<Pick<SupervisorOptions, 'startTimeoutMs' | 'backoffMs'>>
  readonly #folder: string
  #engine: LaunchedEngine | null = null
  #port = 0
  #program = ''
  #masterKey = ''
  #unlock: () => void = () => undefined
  #stopping = new AbortController()
  #crashTimes: number[] = []
  #damage: string | null = null
  #keepingUp: Promise<void> = Promise.resolve()

  constructor(options: SupervisorOptions) {
    super()
    this.#options = { ...defaults, ...options }
    this.#folder = engineFolder(options.dataDir)
  }

  /** Address of the engine; the same after every restart, unless somebody else took the port meanwhile. */
  get url(): string {
    return this.#port === 0 ? '' : `http://127.0.0.1:${String(this.#port)}`
  }

  get masterKey(): string {
    return this.#masterKey
  }

  get pid(): number | undefined {
    return this.#engine?.child.pid
  }

  async start(): Promise<this> {
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 })
    const program = await toRunnableProgram(this.#options.program, this.#folder)
    await assertPinnedProgram(program)
    this.#program = program.path
    this.#unlock = lockFolder(join(this.#folder, 'supervisor.lock'))
    this.#stopping = new AbortController()
    try {
      this.#masterKey = ensureMasterKey(this.#folder)
      const engine = await this.#launchRepairing()
      this.#keepingUp = this.#keepUp(engine)
    } catch (error) {
      this.#unlock()
      throw error
    }
    return this
  }

  async stop(): Promise<void> {
    this.#stopping.abort()
    const engine = this.#engine
    // Meilisearch dies at once on SIGTERM, and may: its database is transactional.
    engine?.child.kill('SIGTERM')
    const lastResort = setTimeout(() => engine?.child.kill('SIGKILL'), killAfterMs)
    await engine?.exited
    clearTimeout(lastResort)
    await this.#keepingUp
    this.#engine = null
    removeRuntimeFile(this.#folder)
    this.#unlock()
  }

  /** Restarts the engine whenever it ends, until somebody asks to stop. */
  async #keepUp(first: LaunchedEngine): Promise<void> {
    let engine: LaunchedEngine | null = first
    let restarts = 0
    while (engine !== null) {
      const upSince = Date.now()
      const exit: Exit = await engine.exited
      if (this.#isStopping()) return
      this.emit('crash', exit)
      // Somebody's SIGKILL, or the kernel's for want of memory, says nothing about the database.
      if (exit.signal !== 'SIGKILL') this.#noteCrash()
      if (Date.now() - upSince > stableMs) restarts = 0
      engine = null
      while (engine === null && !this.#isStopping()) engine = await this.#restart(restarts++)
    }
  }

  async #restart(restarts: number): Promise<LaunchedEngine | null> {
    const { backoffMs } = this.#options
    const waitMs = backoffMs[Math.min(restarts, backoffMs.length - 1)] ?? 0
    await sleep(waitMs, null, { signal: this.#stopping.signal }).catch(() => undefined)
    if (this.#isStopping()) return null
    try {
      return await this.#launchRepairing()
    } catch (error) {
      if (error instanceof EngineStartError && tellsPortTaken(error.log)) this.#port = 0
      this.emit('restart-failed', error)
      return null
    }
  }

  /** Launches; when the database is known or found to be damaged, sets it aside and launches with an empty one. */
  async #launchRepairing(): Promise<LaunchedEngine> {
    if (this.#damage === null) {
      try {
        return await this.#launch()
      } catch (error) {
        if (!(error instanceof EngineStartError) || !tellsDamage(error.log)) throw error
        this.#damage = error.log.split('\n').find(tellsDamage) ?? error.message
      }
    }
    const reason = this.#damage
    setDatabaseAside(this.#folder, new Date())
    const engine = await this.#launch()
    // Keys are part of the database. Made again with the same uid and master key they are the same, so that nobody notices.
    await engineKeys(engine.url, this.#masterKey)
    this.#damage = null
    this.#crashTimes = []
    this.emit('rebuilt-empty', { reason })
    return engine
  }

  async #launch(): Promise<LaunchedEngine> {
    const { startTimeoutMs, guard } = this.#options
    const launched = await launchEngine({
      program: this.#program,
      folder: this.#folder,
      masterKey: this.#masterKey,
      port: this.#port,
      startTimeoutMs,
      ...(guard && { guard }),
      onLine: (line) => {
        this.#readLine(line)
      },
    })
    if (this.#isStopping()) {
      launched.child.kill('SIGKILL')
      throw new EngineStartError('stopped while starting', '')
    }
    this.#engine = launched
    this.#port = launched.port
    writeRuntimeFile(this.#folder, { url: launched.url, pid: launched.child.pid ?? 0 })
    this.emit('ready', { url: launched.url, startMs: launched.startMs })
    return launched
  }

  #readLine(line: string): void {
    this.#options.log?.(line)
    // A damaged index answers some searches with errors and stays up: end it, so that it starts empty.
    if (this.#engine === null || this.#damage !== null || !isErrorLine(line) || !tellsDamage(line)) return
    this.#damage = line
    this.#engine.child.kill('SIGKILL')
  }

  #noteCrash(): void {
    const now = Date.now()
    this.#crashTimes = [...this.#crashTimes.filter((time) => now - time < crashLoop.windowMs), now]
    if (this.#crashTimes.length >= crashLoop.crashes) this.#damage ??= `${String(crashLoop.crashes)} crashes within a minute`
  }

  #isStopping(): boolean {
    return this.#stopping.signal.aborted
  }
}
