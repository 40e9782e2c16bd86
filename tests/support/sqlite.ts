// SPDX-License-Identifier: AGPL-3.0-or-later
import { createRequire } from 'node:module'
import path from 'node:path'
import { root } from './system.js'

interface Statement {
  run: (...values: unknown[]) => unknown
  get: (...values: unknown[]) => unknown
  all: (...values: unknown[]) => unknown[]
}
export interface Sqlite {
  prepare: (sql: string) => Statement
  exec: (sql: string) => unknown
  pragma: (statement: string) => unknown
  close: () => void
}

/** The database file of a data folder, beside whoever else has it open. */
export const openSqlite = (dataDir: string): Sqlite => {
  const Database = createRequire(path.join(root, 'cms', 'package.json'))('better-sqlite3') as new (file: string) => Sqlite
  const database = new Database(path.join(dataDir, 'database', 'linea-comune.sqlite'))
  database.pragma('busy_timeout = 20000')
  return database
}
