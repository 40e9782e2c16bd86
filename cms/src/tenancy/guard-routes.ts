// SPDX-License-Identifier: AGPL-3.0-or-later

export interface Route {
  method: string
  path: string
  handler: unknown
  config?: { policies?: unknown[] }
}

/** A plugin of Strapi as its extension gets it. */
export interface Plugin {
  routes: Record<string, { routes: Route[] }>
}

export const routesOf = (plugin: Plugin): Route[] => Object.values(plugin.routes).flatMap(({ routes }) => routes)

/** Puts the policy `own-content` after a route's own ones, which say who may come at all. */
export const guardRoutes = (plugin: Plugin, path: RegExp): void => {
  for (const route of routesOf(plugin)) {
    if (!path.test(route.path)) continue
    route.config = { ...route.config, policies: [...(route.config?.policies ?? []), 'global::own-content'] }
  }
}
