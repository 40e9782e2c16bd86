// SPDX-License-Identifier: AGPL-3.0-or-later
import { settings } from '../src/settings'

export default () => {
  const { env } = settings()
  return [
    'strapi::logger',
    'strapi::errors',
    {
      name: 'strapi::security',
      config: {
        contentSecurityPolicy: {
          useDefaults: true,
          directives: { 'connect-src': ["'self'"], 'img-src': ["'self'", 'data:', 'blob:'], upgradeInsecureRequests: null },
        },
      },
    },
    // Strapi's default reflects any origin together with credentials.
    { name: 'strapi::cors', config: { origin: [env.backofficeUrl] } },
    'strapi::query',
    { name: 'strapi::body', config: { jsonLimit: '1mb', formLimit: '64kb', textLimit: '64kb' } },
    'strapi::session',
    'strapi::favicon',
    'strapi::public',
  ]
}
