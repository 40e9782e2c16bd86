// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Config } from '@react-router/dev/config'

export default {
  appDirectory: 'app',
  buildDirectory: 'dist/site',
  ssr: true,
  // The desk knows its few routes from the start: no manifest address that lists them on demand.
  routeDiscovery: { mode: 'initial' },
} satisfies Config
