// SPDX-License-Identifier: AGPL-3.0-or-later
import { settings } from '../src/settings'

export default () => {
  const { secrets } = settings()
  return {
    auth: {
      secret: secrets.adminJwtSecret,
      sessions: { accessTokenLifespan: 1800, maxRefreshTokenLifespan: 43_200, idleRefreshTokenLifespan: 7200 },
    },
    apiToken: { salt: secrets.apiTokenSalt },
    transfer: { token: { salt: secrets.transferTokenSalt } },
    secrets: { encryptionKey: secrets.encryptionKey },
    // Nothing of ours asks a host outside: no surveys, no offers, no links that need the vendor.
    flags: { nps: false, promoteEE: false, docLinks: false },
  }
}
