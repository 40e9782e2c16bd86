// SPDX-License-Identifier: AGPL-3.0-or-later
import { createRequire } from 'node:module'
import path from 'node:path'
import type { connectEngine } from '@linea-comune/search'
import { fromBackOffice } from '../../support/federation.js'
import { root } from '../../support/system.js'
import { fill, type BulkStrapi } from './fill.js'

/*
 * The back office of the measurement, in a process of its own: our cms, filled with sheets, and Strapi's own REST for sheets
 * registered beside our routes. The cms itself never exposes it.
 */

interface ServerStrapi extends Omit<BulkStrapi, 'server'> {
  server: BulkStrapi['server'] & { routes: (router: object) => void }
  requestContext: { run: <T>(store: undefined, work: () => T) => T }
  get: (registry: 'services') => { set: (uid: string, service: unknown) => void }
}
type Factory = (uid: string) => (tools: { strapi: ServerStrapi }) => { find: (ctx: unknown) => Promise<unknown> }

const uid = 'api::service-sheet.service-sheet'

/** What the back office itself loads: a second copy of the search library would not know the errors of the first. */
const load = createRequire(path.join(root, 'cms', 'package.json'))

/** Everybody may read everything, as with a public role: without permissions Strapi leaves relations out, and is the quicker for it. */
const openToAll = {
  name: 'open-to-all',
  authenticate: () => ({ authenticated: true, credentials: null, ability: null }),
  verify: () => undefined,
}

const exposeCoreRest = (strapi: ServerStrapi): void => {
  const { factories } = load('@strapi/strapi') as { factories: { createCoreController: Factory; createCoreService: Factory } }
  strapi.get('services').set(uid, factories.createCoreService(uid))
  const controller = factories.createCoreController(uid)({ strapi })
  strapi.server.routes({
    type: 'content-api',
    routes: [
      {
        method: 'GET',
        path: '/service-sheets',
        handler: async (ctx: { body: unknown }) => {
          // Outside of the request, where the wall between Enti takes it for our own code: to nobody it would answer nothing.
          ctx.body = await strapi.requestContext.run(undefined, () => controller.find(ctx))
        },
        config: { auth: { strategies: [openToAll], scope: ['find'] } },
        info: { apiName: 'service-sheet', type: 'content-api' },
      },
    ],
  })
}

const start = async (): Promise<void> => {
  const [, , sheets = '10000', enti = '200', engineUrl = '', engineKey = ''] = process.argv
  const { bootForCommand } = fromBackOffice<{ bootForCommand: () => Promise<ServerStrapi> }>('commands/boot.js')
  const strapi = await bootForCommand()
  await fill(strapi, { sheets: Number(sheets), enti: Number(enti) })
  process.send?.({ step: 'filled' })
  const { rebuildIndex } = fromBackOffice<{ rebuildIndex: (s: ServerStrapi, client: unknown) => Promise<number> }>(
    'indexing/rebuild-index.js',
  )
  const search = load('@linea-comune/search') as { connectEngine: typeof connectEngine }
  await rebuildIndex(strapi, search.connectEngine({ url: engineUrl, apiKey: engineKey }))
  process.send?.({ step: 'indexed' })
  const { addConsumer } = fromBackOffice<{ addConsumer: (s: ServerStrapi, c: object) => Promise<{ key: string }> }>(
    'api-consumers/consumers.js',
  )
  const { key } = await addConsumer(strapi, { name: 'Misura', email: 'misura@centro.example', perMinute: 100_000_000 })
  exposeCoreRest(strapi)
  strapi.server.mount()
  const { httpServer } = strapi.server
  await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve))
  const address = httpServer.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  process.send?.({ step: 'ready', port: address.port, key })
}

process.once('disconnect', () => process.exit(0))
start().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
  process.exit(1)
})
