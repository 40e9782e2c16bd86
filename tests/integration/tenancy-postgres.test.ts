// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll } from 'vitest'
import { startPostgres, type TestDatabase } from '../support/postgres.js'
import { describeTenancy } from './tenancy-stories.js'

let database: TestDatabase
describeTenancy('PostgreSQL', async () => {
  database = await startPostgres()
  return { DATABASE_URL: database.url }
})
afterAll(() => database.stop())
