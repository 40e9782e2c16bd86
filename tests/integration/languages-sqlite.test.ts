// SPDX-License-Identifier: AGPL-3.0-or-later
import { describeLanguages } from './language-stories.js'

describeLanguages('SQLite', () => Promise.resolve({}))
