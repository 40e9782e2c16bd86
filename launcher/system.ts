// SPDX-License-Identifier: AGPL-3.0-or-later
import path from 'node:path'
import { EnvError, readEnv, type Env } from '@linea-comune/config'
import { engineKeys, EngineSupervisor, resolveEngine, type EngineKeys } from '@linea-comune/search'
import { Service } from './child-process.js'
import { say, withProgress } from './say.js'
import { welcome, type DemoAccount } from './welcome.js'

interface RunningEngine extends EngineKeys {
  url: string
  stop: () => Promise<void>
  /** Called when the engine comes back elsewhere, or empty. */
  onChange: (listener: (change: { url: string; emptied: boolean }) => void) => void
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

const startEngine = async (env: Env): Promise<RunningEngine> => {
  const choice = resolveEngine(env)
  if (choice.kind === 'external') {
    return { url: choice.url, searchKey: choice.apiKey, writeKey: choice.apiKey, stop: () => Promise.resolve(), onChange: () => undefined }
  }
  const supervisor = new EngineSupervisor({ dataDir: env.dataDir, program: choice })
  supervisor.on('crash', () => {
    say('search engine ended; starting it again')
  })
  await supervisor.start()
  const keys = await engineKeys(supervisor.url, supervisor.masterKey)
  return {
    url: supervisor.url,
    ...keys,
    stop: () => supervisor.stop(),
    onChange: (listener) => {
      let { url } = supervisor
      const check = (emptied: boolean): void => {
        if (!emptied && supervisor.url === url) return
        url = supervisor.url
        // The keys follow from the master key, but an emptied engine must be told of them again.
        void engineKeys(url, supervisor.masterKey).then(() => {
          listener({ url, emptied })
        })
      }
      supervisor.on('ready', () => {
        check(false)
      })
      supervisor.on('rebuilt-empty', () => {
        check(true)
      })
    },
  }
}

const answers = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2000) })).ok
  } catch {
    return false
  }
}

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
  // Said by the process itself, after the demo federation is in: its port opens earlier.
  let cmsReady = false
  const cms = new Service({
    name: 'back office',
    args: ['--disable-warning=ExperimentalWarning', 'dist/src/commands/serve.js'],
    cwd: path.join(root, 'cms'),
    env: childEnv(engine.writeKey),
    isReady: () => Promise.resolve(cmsReady),
    onMessage: (message) => {
      if (typeof message !== 'object' || message === null) return
      if ('accounts' in message) accounts = message.accounts as DemoAccount[]
      if ('ready' in message) cmsReady = true
    },
    say,
  })
  const frontOffice = new Service({
    name: 'front office',
    args: ['dist/server/start.js'],
    cwd: path.join(root, 'helpdesk-ui'),
    env: childEnv(engine.searchKey),
    isReady: () => answers(`${env.frontOfficeInternalUrl}/healthz`),
    say,
  })
  engine.onChange(({ url, emptied }) => {
    cms.restartWith({ MEILI_URL: url })
    if (!emptied) frontOffice.restartWith({ MEILI_URL: url })
  })

  const stopped = new Promise<void>((resolve) => {
    let asked = false
    const stop = async (): Promise<void> => {
      if (asked) process.exit(1)
      asked = true
      say('stopping…')
      // Citizens first: nobody is let in any more, then what was accepted is finished, then the search engine goes.
      await frontOffice.stop()
      await cms.stop()
      await engine.stop()
      resolve()
    }
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop())
  })
  try {
    await withProgress('starting the back office', () => cms.start())
    await withProgress('starting the front office', () => frontOffice.start())
  } catch (error) {
    await Promise.all([frontOffice.stop(), cms.stop()])
    await engine.stop()
    throw error
  }
  welcome(env, accounts)
  await stopped
  process.exit(0)
}
