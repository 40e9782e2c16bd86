// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { accessOf } from './route-access'

interface Route {
  method: string
  path: string
  config?: { policies?: unknown[]; prefix?: string }
}
interface Routes {
  type?: string
  prefix?: string
  routes: Route[]
}

/**
 * Puts the policies `route-access` and `own-content` behind every route of the panel, after Strapi's own; takes Strapi's REST API
 * away, since its tokens know no Ente. Called before the routes are registered.
 */
export const guardRoutes = (strapi: Core.Strapi): void => {
  guard('/admin', (strapi.admin as unknown as { routes: Record<string, Routes> }).routes)
  for (const [name, plugin] of Object.entries(strapi.plugins)) {
    const groups = plugin.routes as unknown as Record<string, Routes>
    // By its key: Strapi gives this group as a function that makes the routes later.
    if (contentApi in groups) groups[contentApi] = { type: contentApi, routes: [] }
    guard(`/${name}`, groups)
  }
}

const contentApi = 'content-api'

const guard = (prefix: string, groups: Record<string, Routes>): void => {
  for (const { routes, prefix: ofGroup } of Object.values(groups)) {
    for (const route of routes) {
      const address = `${route.method} ${route.config?.prefix ?? ofGroup ?? prefix}${route.path}`
      // What an upgrade adds is nobody's until the table says whose it is.
      const access = accessOf(address) ?? 'nobody'
      const policies = [...(route.config?.policies ?? []), { name: 'global::route-access', config: { access } }]
      if (access === 'content') policies.push('global::own-content')
      route.config = { ...route.config, policies }
    }
  }
}
