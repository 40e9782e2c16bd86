// SPDX-License-Identifier: AGPL-3.0-or-later
import { createRequire } from 'node:module'
import path from 'node:path'
import { root } from '../../support/system.js'
import type { BulkStrapi } from './fill.js'

export interface ServerStrapi extends Omit<BulkStrapi, 'server'> {
  server: BulkStrapi['server'] & { routes: (router: object) => void }
  requestContext: { run: <T>(store: undefined, work: () => T) => T }
  get: (registry: 'services') => { set: (uid: string, service: unknown) => void }
}
type Factory = (uid: string) => (tools: { strapi: ServerStrapi }) => { find: (ctx: unknown) => Promise<unknown> }

const uid = 'api::service-sheet.service-sheet'

/** What the back office itself loads: a second copy of a library would not know the errors of the first. */
export const loadFromBackOffice = createRequire(path.join(root, 'cms', 'package.json'))

/** Everybody may read everything, as with a public role: without permissions Strapi leaves relations out, and is the quicker for it. */
const openToAll = {
  name: 'open-to-all',
  authenticate: () => ({ authenticated: true, credentials: null, ability: null }),
  verify: () => undefined,
}

/** Strapi's own REST for sheets, beside our routes. The cms itself never exposes it. */
const exposeCoreRest = (strapi: ServerStrapi): void => {
  const { factories } = loadFromBackOffice('@strapi/strapi') as {
    factories: { createCoreController: Factory; createCoreService: Factory }
  }
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

/** Answers the port on which Strapi's own REST is served. */
export const serveCoreRest = async (strapi: ServerStrapi): Promise<number> => {
  exposeCoreRest(strapi)
  strapi.server.mount()
  const { httpServer } = strapi.server
  await new Promise<void>((resolve) => httpServer.listen(0, '127.0.0.1', resolve))
  const address = httpServer.address()
  if (address === null || typeof address === 'string') throw new Error('no port')
  return address.port
}
