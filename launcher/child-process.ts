// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'

export interface ServiceOptions {
  name: string
  /** Arguments of node. The process sends `{ ready: true }` when it can be used. */
  args: readonly string[]
  cwd: string
  env: NodeJS.ProcessEnv
  /** Messages the process sends. */
  onMessage?: (message: object) => void
  say: (line: string) => void
}

const backoffMs = [250, 1000, 2000, 5000, 15_000, 30_000]
/** A process that ran this long was well: the next failure starts the waits from the beginning. */
const stableMs = 60_000
const startTimeoutMs = 180_000
/** Later than the services' own limit of 40 s, so that they are the ones who decide what to give up. */
const killAfterMs = 45_000

/** The kernel ends the service when the launcher dies, even by SIGKILL; elsewhere the service notices that its channel is closed. */
const guard = process.platform === 'linux' && spawnSync('setpriv', ['--version'], { stdio: 'ignore' }).status === 0

/** A process of ours, started, watched and started again until it is told to stop. */
export class Service {
  #child: ChildProcess | null = null
  #exited: Promise<void> = Promise.resolve()
  #stopping = new AbortController()
  /** Once it could be used, every end is an accident and it is started again; before that, an end is a failed start. */
  #ready = false
  #restarting = false
  #failures = 0
  #settleStart: (failure?: string) => void = () => undefined

  constructor(private readonly options: ServiceOptions) {}

  /** Resolves when the service can be used; throws when its first start fails, and does not try again. */
  start(): Promise<void> {
    return new Promise((resolve, reject) => {
      const giveUp = setTimeout(() => {
        this.#settleStart(`was not ready after ${String(startTimeoutMs / 1000)} s`)
      }, startTimeoutMs)
      this.#settleStart = (failure) => {
        clearTimeout(giveUp)
        if (failure === undefined) resolve()
        else reject(new Error(`${this.options.name} ${failure}`))
      }
      this.#launch()
    })
  }

  /** From now on an end of the process is no accident. */
  expectStop(): void {
    this.#stopping.abort()
  }

  /** Asks it to finish what it does; insists after 45 s. */
  async stop(): Promise<void> {
    this.expectStop()
    this.#terminate()
    await this.#exited
  }

  /** Starts it again with another environment, e.g. after the search engine moved to another port. */
  restartWith(env: NodeJS.ProcessEnv): void {
    Object.assign(this.options.env, env)
    if (this.#child === null) return
    this.#restarting = true
    this.#terminate()
  }

  /** Tells the process something, if it is there. */
  send(message: object): void {
    if (this.#child?.connected === true) this.#child.send(message, () => undefined)
  }

  #terminate(): void {
    const child = this.#child
    if (child === null) return
    child.kill('SIGTERM')
    const insist = setTimeout(() => child.kill('SIGKILL'), killAfterMs)
    child.once('exit', () => {
      clearTimeout(insist)
    })
  }

  #launch(): void {
    if (this.#isStopping()) {
      this.#settleStart('was stopped before it started')
      return
    }
    const { args, cwd, env, onMessage } = this.options
    const command = guard ? 'setpriv' : process.execPath
    const child = spawn(command, guard ? ['--pdeathsig', 'KILL', '--', process.execPath, ...args] : [...args], {
      cwd,
      env,
      // A group of its own: Ctrl-C in a terminal reaches the launcher only, which stops the services in their order.
      detached: true,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    const startedAt = Date.now()
    this.#child = child
    child.on('message', (message) => {
      if (typeof message !== 'object') return
      onMessage?.(message)
      if (!('ready' in message)) return
      this.#ready = true
      this.#settleStart()
    })
    this.#exited = new Promise((resolve) => {
      // Without a listener a program that cannot be started would end the launcher; `close` follows.
      child.once('error', () => undefined)
      child.once('close', (code, signal) => {
        this.#child = null
        resolve()
        this.#ended(signal ?? String(code), startedAt)
      })
    })
  }

  #ended(how: string, startedAt: number): void {
    if (this.#isStopping()) {
      this.#settleStart('was stopped while starting')
      return
    }
    if (!this.#ready && !this.#restarting) {
      this.#settleStart(`ended while starting (${how}); see above`)
      return
    }
    this.#restarting = false
    this.options.say(`${this.options.name} ended (${how}); starting it again`)
    void this.#relaunch(startedAt)
  }

  async #relaunch(startedAt: number): Promise<void> {
    if (Date.now() - startedAt > stableMs) this.#failures = 0
    const waitMs = backoffMs[Math.min(this.#failures++, backoffMs.length - 1)]
    await sleep(waitMs, null, { signal: this.#stopping.signal }).catch(() => undefined)
    this.#launch()
  }

  #isStopping(): boolean {
    return this.#stopping.signal.aborted
  }
}
