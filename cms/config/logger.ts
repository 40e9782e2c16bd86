// SPDX-License-Identifier: AGPL-3.0-or-later
import { settings } from '../src/settings'

export default () => ({ level: settings().env.logLevel })
