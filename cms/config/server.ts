// SPDX-License-Identifier: AGPL-3.0-or-later
import { settings } from '../src/settings'

export default () => {
  const { env, secrets } = settings()
  return {
    host: env.host,
    port: env.backofficePort,
    url: env.backofficeUrl,
    app: { keys: secrets.appKeys },
    dirs: { public: settings().publicDir },
    logger: { updates: { enabled: false }, startup: { enabled: false } },
  }
}
