// SPDX-License-Identifier: AGPL-3.0-or-later
import { createStrapi, type Core } from '@strapi/strapi'
import { EnvError } from '@linea-comune/config'
import { connectEngine, createIndexWriter, type EngineClient } from '@linea-comune/search'
import { untilIdle } from '../database/until-idle'
import { startDeliveryWorker } from '../delivery/delivery-worker'
import { rebuildIndex } from '../indexing/rebuild-index'
import { startIndexWorker } from '../indexing/index-worker'
import { appDir, distDir, settings, type Settings } from '../settings'
import { isEmptyFederation, loadDemo } from '../setup/demo'
import { closeServer } from './close-server'
import { say } from './say'

/** The back office: Strapi, its workers, and an orderly end. */
const serve = async (): Promise<void> => {
  const { env } = readSettings()
  const strapi = await createStrapi({ appDir, distDir, autoReload: false, serveAdminPanel: true }).start()
  if (env.demo && (await isEmptyFederation(strapi))) await loadDemoFederation(strapi)

  const engine = connectToEngine(env)
  const workers = [startDeliveryWorker(strapi), ...(engine === null ? [] : [await startIndexing(strapi, engine)])]
  say(`back office on http://${env.host}:${String(env.backofficePort)}`)
  process.send?.({ ready: true })

  let ending = false
  const end = async (): Promise<void> => {
    if (ending) process.exit(1)
    ending = true
    // Answer what was asked, send what is being sent, then close: Strapi alone would cut every open connection.
    await closeServer(strapi.server.httpServer)
    await Promise.all(workers.map((worker) => worker.stop()))
    await untilIdle(strapi)
    await strapi.destroy()
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    process.removeAllListeners(signal)
    process.on(signal, () => void end())
  }
}

const readSettings = (): Settings => {
  try {
    return settings()
  } catch (error) {
    if (!(error instanceof EnvError)) throw error
    process.stderr.write(`${error.message}\n`)
    process.exit(1)
  }
}

const loadDemoFederation = async (strapi: Core.Strapi): Promise<void> => {
  say('loading the demo federation…')
  const accounts = await loadDemo(strapi)
  process.send?.({ accounts })
  if (process.send === undefined) for (const { role, email, password } of accounts) say(`${role}: ${email}  ${password}`)
}

const connectToEngine = ({ meili, secrets }: Settings['env']): EngineClient | null =>
  meili.url === undefined || secrets.meiliApiKey === undefined ? null : connectEngine({ url: meili.url, apiKey: secrets.meiliApiKey })

/** The index is a cache: a new, emptied or outdated one is built again before the worker goes on from there. */
const startIndexing = async (strapi: Core.Strapi, engine: EngineClient) => {
  const writer = createIndexWriter(engine)
  if (await writer.needsRebuild()) await rebuildIndex(strapi, engine)
  return startIndexWorker(strapi, writer)
}

serve().catch((error: unknown) => {
  process.stderr.write(`back office: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(1)
})
