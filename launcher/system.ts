// SPDX-License-Identifier: AGPL-3.0-or-later
import path from 'node:path'
import { EnvError, readEnv, type Env } from '@linea-comune/config'
import { engineKeys, EngineSupervisor, resolveEngine, type EngineKeys } from '@linea-comune/search'
import { Service } from './child-process.js'
import { frontOfficeProgram } from './front-office-program.js'
import { say, withProgress } from './say.js'
import { welcome, type DemoAccount } from './welcome.js'

interface RunningEngine extends EngineKeys {
  url: string
  stop: () => Promise<void>
  /** Called when the engine came back under another address. */
  onMoved: (listener: (url: string) => void) => void
  /** Called when its files were damaged and it began again with none. */
  onEmptied: (listener: () => void) => void
}

export const readSettings = (root: string): Env => {
  try {
    const env = readEnv(path.join(root, '.env'))
    return { ...env, dataDir: path.resolve(root, env.dataDir) }
  } catch (error) {
    if (!(error instanceof EnvError)) throw error
    say(error.message)
    process.exit(1)
  }
}

const nothing = (): void => undefined

const startEngine = async (env: Env): Promise<RunningEngine> => {
  const choice = resolveEngine(env)
  if (choice.kind === 'external') {
    // One MEILI_API_KEY is all we have, so the front office, too, holds a key that writes. An engine of ours gives it one that reads.
    const { url, apiKey } = choice
    return { url, searchKey: apiKey, writeKey: apiKey, stop: () => Promise.resolve(), onMoved: nothing, onEmptied: nothing }
  }
  const supervisor = new EngineSupervisor({ dataDir: env.dataDir, program: choice })
  supervisor.on('crash', () => {
    say('search engine ended; starting it again')
  })
  supervisor.on('restart-failed', (error) => {
    say(`search engine did not start: ${error instanceof Error ? error.message : String(error)}; trying again`)
  })
  await supervisor.start()
  try {
    const keys = await engineKeys(supervisor.url, supervisor.masterKey)
    return {
      url: supervisor.url,
      ...keys,
      stop: () => supervisor.stop(),
      onMoved: (listener) => {
        let { url } = supervisor
        supervisor.on('ready', (now) => {
          if (now.url === url) return
          url = now.url
          listener(url)
        })
      },
      onEmptied: (listener) => {
        supervisor.on('rebuilt-empty', listener)
      },
    }
  } catch (error) {
    await supervisor.stop()
    throw error
  }
}

/** A person who sends Ctrl-C again after this long insists; sooner it is npm, which forwards the one that came from the terminal. */
const insistAfterMs = 1000

/** Starts everything and returns when a signal has stopped everything. */
export const run = async (root: string, env: Env): Promise<void> => {
  const engine = await withProgress('starting the search engine', () => startEngine(env))
  const childEnv = (key: string): NodeJS.ProcessEnv => ({
    ...process.env,
    NODE_ENV: 'production',
    STRAPI_TELEMETRY_DISABLED: 'true',
    DATA_DIR: env.dataDir,
    MEILI_URL: engine.url,
    MEILI_API_KEY: key,
  })
  let accounts: readonly DemoAccount[] = []
  const backOffice = new Service({
    name: 'back office',
    args: ['--disable-warning=ExperimentalWarning', 'dist/src/commands/serve.js'],
    cwd: path.join(root, 'cms'),
    env: childEnv(engine.writeKey),
    onMessage: (message) => {
      if ('accounts' in message) accounts = message.accounts as DemoAccount[]
    },
    say,
  })
  const frontOffice = new Service({
    name: 'front office',
    args: frontOfficeProgram,
    cwd: path.join(root, 'helpdesk-ui'),
    env: childEnv(engine.searchKey),
    say,
  })
  const services = [frontOffice, backOffice]
  engine.onMoved((url) => {
    for (const service of services) service.restartWith({ MEILI_URL: url })
  })
  engine.onEmptied(() => {
    backOffice.send({ engineEmptied: true })
  })

  let stopping: Promise<void> | null = null
  const stopAll = (): Promise<void> => {
    stopping ??= (async () => {
      for (const service of services) service.expectStop()
      // Citizens first: nobody is let in any more, then what was accepted is finished, then the search engine goes.
      for (const service of services) await service.stop()
      await engine.stop()
    })()
    return stopping
  }
  const signalled = new Promise<void>((resolve) => {
    let askedAt = 0
    const onSignal = (signal: NodeJS.Signals): void => {
      if (askedAt !== 0) {
        if (signal === 'SIGINT' && Date.now() - askedAt > insistAfterMs) process.exit(1)
        return
      }
      askedAt = Date.now()
      say('stopping…')
      resolve()
    }
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, onSignal)
  })
  const start = async (): Promise<void> => {
    await withProgress('starting the back office', () => backOffice.start())
    await withProgress('starting the front office', () => frontOffice.start())
    welcome(env, accounts)
  }
  const started = start()
  try {
    // A signal ends a start, too; what the start says about it then is of no interest.
    await Promise.race([started, signalled])
    await signalled
  } finally {
    started.catch(nothing)
    await stopAll()
  }
  process.exit(0)
}
