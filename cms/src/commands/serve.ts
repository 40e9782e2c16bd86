// SPDX-License-Identifier: AGPL-3.0-or-later
import { setTimeout as sleep } from 'node:timers/promises'
import { createStrapi, type Core } from '@strapi/strapi'
import { EnvError } from '@linea-comune/config'
import { mapDatabase } from '../database/map-database'
import { untilIdle } from '../database/until-idle'
import { startDeliveryWorker } from '../delivery/delivery-worker'
import { connectToEngine } from '../engine'
import { startIndexing } from '../indexing/start-indexing'
import { appDir, distDir, settings, type Settings } from '../settings'
import { isEmptyFederation, loadDemo } from '../setup/demo'
import type { Worker } from '../workers/worker'
import { closeServer } from './close-server'
import { say } from './say'

/** A start waits this long for the index, so that whoever is told "running" finds what is published. */
const indexWaitMs = 30_000
/** Answers and the mail under way end within this; what does not is tried again at the next start. The launcher waits 45 s. */
const endWithinMs = 40_000
/** A person who sends Ctrl-C again after this long insists. */
const insistAfterMs = 1000

/** When this process was asked to end. */
let endingSince: number | null = null

/** The back office: Strapi, its workers, and an orderly end. */
const serve = async (): Promise<void> => {
  const { env } = readSettings()
  // Nothing has been accepted yet: a launcher that is gone is reason enough to go at once.
  process.once('disconnect', exitAtOnce)
  const strapi = createStrapi({ appDir, distDir, autoReload: false, serveAdminPanel: true })
  strapi.server.httpServer.prependListener('error', explainTakenPort(env))
  await strapi.start()
  await mapDatabase(strapi)
  const workers: Worker[] = []
  endInOrder(strapi, workers)
  if (env.demo && (await isEmptyFederation(strapi))) await loadDemoFederation(strapi)
  if (endingSince !== null) return

  workers.push(startDeliveryWorker(strapi))
  const engine = connectToEngine(env)
  if (engine !== null) {
    const indexing = startIndexing(strapi, engine)
    workers.push(indexing)
    process.on('message', (message) => {
      if (typeof message === 'object' && message !== null && 'engineEmptied' in message) indexing.lookAgain()
    })
    await Promise.race([indexing.firstTry, sleep(indexWaitMs, undefined, { ref: false })])
  }
  say(`back office on http://${env.host}:${String(env.backofficePort)}`)
  process.send?.({ ready: true })
}

const exitAtOnce = (): void => process.exit(1)

const explainTakenPort =
  ({ host, backofficePort }: Settings['env']) =>
  (error: NodeJS.ErrnoException): void => {
    if (error.code !== 'EADDRINUSE') return
    process.stderr.write(
      `back office: another program listens on port ${String(backofficePort)} of ${host}; end it, or set BACKOFFICE_PORT to a free one\n`,
    )
    process.exit(1)
  }

const endInOrder = (strapi: Core.Strapi, workers: readonly Worker[]): void => {
  const end = async (): Promise<void> => {
    setTimeout(exitAtOnce, endWithinMs).unref()
    // Answer what was asked, send what is being sent, then close: Strapi alone would cut every open connection.
    await Promise.all([closeServer(strapi.server.httpServer), ...workers.map((worker) => worker.stop())])
    await untilIdle(strapi)
    await strapi.destroy()
  }
  const askToEnd = (signal?: NodeJS.Signals): void => {
    if (endingSince !== null) {
      // A terminal and a supervisor may each ask: asking twice is no reason to leave a message half sent.
      if (signal === 'SIGINT' && Date.now() - endingSince > insistAfterMs) process.exit(1)
      return
    }
    endingSince = Date.now()
    end().then(() => process.exit(0), fail)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    // Strapi's own, which would close without waiting.
    process.removeAllListeners(signal)
    process.on(signal, askToEnd)
  }
  process.off('disconnect', exitAtOnce)
  process.once('disconnect', () => askToEnd())
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

const fail = (error: unknown): void => {
  process.stderr.write(`back office: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(1)
}

serve().catch((error: unknown) => {
  // A start that was told to end trips over what the end has closed; the end itself says how it went.
  if (endingSince === null) fail(error)
})
