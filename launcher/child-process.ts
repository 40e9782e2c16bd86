// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'

export interface ServiceOptions {
  name: string
  /** Arguments of node. */
  args: readonly string[]
  cwd: string
  env: NodeJS.ProcessEnv
  /** Answers whether the service can be used. */
  isReady: () => Promise<boolean>
  /** Messages the process sends. */
  onMessage?: (message: unknown) => void
  say: (line: string) => void
}

const backoffMs = [250, 1000, 2000, 5000, 15_000, 30_000]
/** A process that ran this long was well: the next failure starts the waits from the beginning. */
const stableMs = 60_000
const startTimeoutMs = 180_000
const killAfterMs = 25_000

/** The kernel ends the service when the launcher dies, even by SIGKILL; elsewhere services notice by their closed channel. */
const guard = process.platform === 'linux' && spawnSync('setpriv', ['--version'], { stdio: 'ignore' }).status === 0

/** A process of ours, started, watched and started again until it is told to stop. */
export class Service {
  #child: ChildProcess | null = null
  #exited: Promise<void> = Promise.resolve()
  #stopping = false
  #failures = 0

  constructor(private readonly options: ServiceOptions) {}

  /** Resolves when the service can be used; throws when its first start fails. */
  async start(): Promise<void> {
    this.#launch(true)
    const giveUpAt = Date.now() + startTimeoutMs
    while (!(await this.options.isReady())) {
      if (this.#child === null) throw new Error(`${this.options.name} ended while starting; see above`)
      if (Date.now() > giveUpAt) throw new Error(`${this.options.name} was not ready after ${String(startTimeoutMs / 1000)} s`)
      await sleep(100)
    }
  }

  /** Asks it to finish what it does; insists after 25 s. */
  async stop(): Promise<void> {
    this.#stopping = true
    const child = this.#child
    if (child === null) return
    child.kill('SIGTERM')
    const insist = setTimeout(() => child.kill('SIGKILL'), killAfterMs)
    await this.#exited
    clearTimeout(insist)
  }

  /** Starts it again with another environment, e.g. after the search engine moved to another port. */
  restartWith(env: NodeJS.ProcessEnv): void {
    Object.assign(this.options.env, env)
    this.#child?.kill('SIGTERM')
  }

  #launch(first: boolean): void {
    const { args, cwd, env, name, onMessage, say } = this.options
    const command = guard ? 'setpriv' : process.execPath
    const child = spawn(command, guard ? ['--pdeathsig', 'KILL', '--', process.execPath, ...args] : [...args], {
      cwd,
      env,
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    const startedAt = Date.now()
    this.#child = child
    if (onMessage) child.on('message', onMessage)
    this.#exited = new Promise((resolve) => {
      child.once('error', () => undefined)
      child.once('close', (code, signal) => {
        this.#child = null
        resolve()
        if (this.#stopping) return
        const neverReady = first && Date.now() - startedAt < startTimeoutMs && this.#failures === 0 && code === 1
        if (neverReady) return
        say(`${name} ended (${signal ?? String(code)}); starting it again`)
        void this.#relaunch(startedAt)
      })
    })
  }

  async #relaunch(startedAt: number): Promise<void> {
    if (Date.now() - startedAt > stableMs) this.#failures = 0
    await sleep(backoffMs[Math.min(this.#failures++, backoffMs.length - 1)])
    if (!this.#stopping) this.#launch(false)
  }
}
