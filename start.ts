// SPDX-License-Identifier: AGPL-3.0-or-later
import { startSystem } from './launcher/start-system.js'

// Engine, back office, front office: built if stale, started in this order, restarted when they fall, stopped in reverse.
await startSystem()
