// SPDX-License-Identifier: AGPL-3.0-or-later
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answersResponse } from '@linea-comune/config'
import { startPostgres, type TestDatabase } from '../support/postgres.js'
import { startSystem, type System } from '../support/system.js'

let database: TestDatabase
let system: System
beforeAll(async () => {
  database = await startPostgres()
  system = await startSystem({ env: { DATABASE_URL: database.url } })
})
afterAll(async () => {
  await system.stop()
  system.cleanUp()
  await database.stop()
})

test('on PostgreSQL the demo federation starts, shows its accounts once and answers', async () => {
  expect(system.passwordOf('admin@lineacomune.example')).toMatch(/\S{12}/)
  const response = await fetch(`${system.url}/api/answers?ente=valdombra&q=quanto+costa+la+mensa+scolastica`)
  const answer = answersResponse.parse(await response.json())
  expect(answer.outcome).toBe('answer')
  expect(answer.items[0]?.text).toContain('5,40')
})

test('the database’s password is in no output', () => {
  expect(system.output()).not.toContain(database.url)
})
