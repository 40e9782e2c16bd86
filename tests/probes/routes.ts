// SPDX-License-Identifier: AGPL-3.0-or-later
import { internalCalls, panelCalls } from '@linea-comune/config'
import { fromBackOffice } from '../support/federation.js'
import type { World } from './world.js'

/** What Strapi answers besides its routes: health, files anybody may read, the panel's own files, and the methods of WebDAV on one path. */
const ofStrapi = ['/_health', '/uploads/(.*)', '/', '/((?!uploads/).+)', '/api([^/]*)', '([^/]*)', '/admin', '/admin/(.*)', '/admin/:path*']

/** An upgrade of Strapi that brings a route fails here, until somebody has decided whose it is. */
export const routeFaults = (world: World): Promise<string | null> => {
  const { accessOf, knownRoutes } = fromBackOffice<{ accessOf: (route: string) => string | undefined; knownRoutes: () => string[] }>(
    'tenancy/route-access.js',
  )
  const ours = new Set([...Object.values({ ...internalCalls, ...panelCalls }).map(({ path }) => `POST ${path}`), 'GET /internal/ready'])
  const registered = world.federation.strapi.server.listRoutes().flatMap(({ methods, path }) =>
    // Koa adds HEAD to every GET; a path with no method only holds a parameter's check.
    methods.filter((method) => method !== 'HEAD').map((method) => ({ method, path })),
  )
  const unknown = registered
    .filter(({ method, path }) => accessOf(`${method} ${path}`) === undefined && !ours.has(`${method} ${path}`) && !ofStrapi.includes(path))
    .map(({ method, path }) => `${method} ${path}`)
  const gone = knownRoutes().filter((route) => !registered.some(({ method, path }) => `${method} ${path}` === route))
  const open = registered.filter(({ path }) => /^\/api\/(?!\()/.test(path)).map(({ method, path }) => `${method} ${path}`)
  const faults = [
    ...unknown.map((route) => `not in the table: ${route}`),
    ...gone.map((route) => `in the table and not in Strapi: ${route}`),
    ...open.map((route) => `Strapi’s own API is open: ${route}`),
  ]
  return Promise.resolve(faults.length === 0 ? null : faults.join('; '))
}
