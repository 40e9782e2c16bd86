// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll } from 'vitest'
import { startPostgres, type TestDatabase } from '../support/postgres.js'
import { describeLanguages } from './language-stories.js'

let database: TestDatabase
describeLanguages('PostgreSQL', async () => {
  database = await startPostgres()
  return { DATABASE_URL: database.url }
})
afterAll(() => database.stop())
