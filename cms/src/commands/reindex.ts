// SPDX-License-Identifier: AGPL-3.0-or-later
import { connectEngine, engineKeys, EngineSupervisor, readRunningEngine, resolveEngine, type EngineClient } from '@linea-comune/search'
import { rebuildIndex } from '../indexing/rebuild-index'
import { settings } from '../settings'
import { say } from './say'
import { withStrapi } from './with-strapi'

interface Connection {
  client: EngineClient
  close: () => Promise<void>
}

const connect = async (url: string, masterKey: string, close: () => Promise<void>): Promise<Connection> => {
  const { writeKey } = await engineKeys(url, masterKey)
  return { client: connectEngine({ url, apiKey: writeKey }), close }
}

const nothing = (): Promise<void> => Promise.resolve()

/** The engine that is running, or one started for the occasion when the system is down. */
const openEngine = async (): Promise<Connection> => {
  const { env, dataDir } = settings()
  const choice = resolveEngine(env)
  if (choice.kind === 'external') return { client: connectEngine(choice), close: nothing }
  const running = readRunningEngine(dataDir)
  if (running !== null) return connect(running.url, running.masterKey, nothing)
  const own = await new EngineSupervisor({ dataDir, program: choice }).start()
  return connect(own.url, own.masterKey, () => own.stop())
}

/** Builds the search index anew beside the one in use and swaps; citizens notice nothing. */
const reindex = async (): Promise<void> => {
  const startedAt = Date.now()
  const documents = await withStrapi(async (strapi) => {
    const engine = await openEngine()
    try {
      return await rebuildIndex(strapi, engine.client, progress())
    } finally {
      await engine.close()
    }
  })
  say(`Search index rebuilt: ${String(documents)} documents in ${((Date.now() - startedAt) / 1000).toFixed(1)} s.`)
}

const showEveryMs = 2000

/** Says every two seconds how far the work is. */
const progress = (): ((documents: number) => void) => {
  let shownAt = Date.now()
  return (documents) => {
    if (Date.now() - shownAt < showEveryMs) return
    shownAt = Date.now()
    process.stderr.write(`${String(documents)} documents…\n`)
  }
}

reindex().then(
  () => process.exit(0),
  (error: unknown) => {
    process.stderr.write(
      `The search index was not rebuilt; the one in use is as it was.\n${error instanceof Error ? error.message : String(error)}\n`,
    )
    process.exit(1)
  },
)
