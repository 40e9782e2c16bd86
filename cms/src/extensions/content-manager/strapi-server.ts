// SPDX-License-Identifier: AGPL-3.0-or-later
import { countDocuments } from '../../tenancy/count-documents'
import { guardRoutes, routesOf, type Plugin } from '../../tenancy/guard-routes'

export default (plugin: Plugin): Plugin => {
  guardRoutes(plugin, /:model|:contentType|\/uid\/|\/history-versions/)
  for (const route of routesOf(plugin)) if (route.path === '/homepage/count-documents') route.handler = () => countDocuments(strapi)
  return plugin
}
