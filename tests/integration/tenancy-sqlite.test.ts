// SPDX-License-Identifier: AGPL-3.0-or-later
import { describeTenancy } from './tenancy-stories.js'

describeTenancy('SQLite', () => Promise.resolve({}))
