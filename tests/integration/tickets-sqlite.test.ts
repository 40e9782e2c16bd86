// SPDX-License-Identifier: AGPL-3.0-or-later
import { describeTickets } from './ticket-stories.js'

describeTickets('SQLite', () => Promise.resolve({}))
