// SPDX-License-Identifier: AGPL-3.0-or-later
import fs from 'node:fs'
import path from 'node:path'
import { settings } from '../src/settings'

interface SqliteConnection {
  pragma(statement: string): unknown
  prepare(sql: string): unknown
}

/**
 * WAL lets commands read and write beside a running back office. A transaction takes the write lock when it begins:
 * one that began by reading cannot take it later if another process wrote meanwhile, and no waiting time helps (SQLITE_BUSY_SNAPSHOT).
 */
const prepareConnection = (connection: SqliteConnection, done: (error: Error | null, connection: SqliteConnection) => void): void => {
  connection.pragma('journal_mode = WAL')
  connection.pragma('synchronous = FULL')
  connection.pragma('busy_timeout = 20000')
  const prepare = connection.prepare.bind(connection)
  connection.prepare = (sql) => prepare(sql === 'BEGIN;' ? 'BEGIN IMMEDIATE;' : sql)
  done(null, connection)
}

// `compileSqlOnError: false` everywhere: a failing statement is named in the log without the values, which are people's words and links.
export default () => {
  const { env, dataDir } = settings()
  if (env.secrets.databaseUrl !== undefined)
    return {
      connection: {
        client: 'postgres',
        compileSqlOnError: false,
        connection: { connectionString: env.secrets.databaseUrl },
        pool: { min: 0, max: 10 },
        acquireConnectionTimeout: 60_000,
      },
    }

  const folder = path.join(dataDir, 'database')
  fs.mkdirSync(folder, { recursive: true, mode: 0o700 })
  return {
    connection: {
      client: 'sqlite',
      connection: { filename: path.join(folder, 'linea-comune.sqlite') },
      useNullAsDefault: true,
      compileSqlOnError: false,
      pool: { min: 1, max: 1, afterCreate: prepareConnection },
      acquireConnectionTimeout: 60_000,
    },
  }
}
