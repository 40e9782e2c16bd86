// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto'
import { join, resolve } from 'node:path'
import { setFlagsFromString } from 'node:v8'
import { serve } from '@hono/node-server'
import { EnvError, readEnv, type Env } from '@linea-comune/config'
import { createEmbedder } from '@linea-comune/search'
import type { ServerBuild } from 'react-router'
import { createApp } from './app.js'
import { connectCms } from './cms-client.js'
import { connectKnowledge } from './knowledge.js'
import { logError, say } from './log.js'
import { createQuestionLog } from './question-log.js'

// Left alone, V8 lets waste grow to several times what is kept before it cleans up: 500 MB instead of 250, for no gain in speed.
setFlagsFromString('--heap-growing-percent=25')

const drainMs = 20_000
const insistAfterMs = 1000

/** Relative folders and the file of settings are meant from the root of the repository, wherever this was started. */
const root = resolve(import.meta.dirname, '..', '..', '..')

const readSettings = (): Env => {
  try {
    return readEnv(join(root, '.env'))
  } catch (error) {
    if (!(error instanceof EnvError)) throw error
    logError('start', error)
    process.exit(1)
  }
}

const start = async (): Promise<void> => {
  const env = readSettings()
  if (env.meili.url === undefined || env.secrets.meiliApiKey === undefined)
    throw new Error('The front office needs MEILI_URL and MEILI_API_KEY; `npm start` at the root sets them.')

  const cms = connectCms({
    url: env.backofficeInternalUrl,
    ...(env.secrets.internalToken !== undefined && { token: env.secrets.internalToken }),
    tokenFile: join(resolve(root, env.dataDir), 'secrets', 'internal-token'),
  })
  const knowledge = connectKnowledge(
    { url: env.meili.url, apiKey: env.secrets.meiliApiKey },
    join(resolve(root, env.dataDir), 'answers'),
    createEmbedder(env),
  )
  const questions = createQuestionLog({
    send: (events) => cms.call('recordQuestions', { events }, { clientAddress: '', requestId: randomUUID() }),
    onError: (error) => logError('question log', error),
  })
  const site = (await import(new URL('../site/server/index.js', import.meta.url).href)) as ServerBuild
  const app = createApp(
    { cms, knowledge, questions },
    {
      publicUrl: env.publicUrl,
      backofficeUrl: env.backofficeUrl,
      trustedProxies: env.trustedProxies,
      clientDir: new URL('../site/client/', import.meta.url),
    },
    site,
  )

  const server = serve({ fetch: app.fetch, hostname: env.host, port: env.port }, (address) => {
    say(`front office on http://${address.family === 'IPv6' ? `[${address.address}]` : address.address}:${String(address.port)}`)
    process.send?.({ ready: true })
  })
  server.on('error', (error: NodeJS.ErrnoException) => {
    const taken = `another program listens on port ${String(env.port)} of ${env.host}; end it, or set PORT to a free one`
    logError('server', error.code === 'EADDRINUSE' ? taken : error)
    process.exit(1)
  })
  endInOrder(() => {
    // What is known now goes at once; what is still being answered, afterwards.
    void questions.close()
    server.close(() => {
      void questions
        .close()
        .then(() => cms.close())
        .finally(() => process.exit(0))
    })
    // Connections that browsers keep open would hold the server for as long as they like.
    setInterval(() => {
      if ('closeIdleConnections' in server) server.closeIdleConnections()
    }, 250).unref()
  })
}

/** Once, when somebody asks or the launcher is gone; what is being answered has some time to end. */
const endInOrder = (close: () => void): void => {
  let endingSince: number | null = null
  const end = (signal?: NodeJS.Signals): void => {
    if (endingSince !== null) {
      // A terminal and a supervisor may each ask; a person who sends Ctrl-C again later insists.
      if (signal === 'SIGINT' && Date.now() - endingSince > insistAfterMs) process.exit(1)
      return
    }
    endingSince = Date.now()
    setTimeout(() => process.exit(0), drainMs).unref()
    close()
  }
  process.on('SIGTERM', end)
  process.on('SIGINT', end)
  process.once('disconnect', () => end())
}

start().catch((error: unknown) => {
  logError('start', error)
  process.exit(1)
})
