// SPDX-License-Identifier: AGPL-3.0-or-later
import { guardRoutes, type Plugin } from '../../tenancy/guard-routes'

export default (plugin: Plugin): Plugin => {
  guardRoutes(plugin, /content-manager|:contentType/)
  return plugin
}
