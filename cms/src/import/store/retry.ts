// SPDX-License-Identifier: AGPL-3.0-or-later
import { setTimeout as wait } from 'node:timers/promises'

/** Another process was writing: SQLite busy, PostgreSQL deadlock or serialization failure. */
const passing = /SQLITE_BUSY|database is locked|deadlock detected|could not serialize|40P01|40001/
const waitsMs = [100, 500, 2000, 5000]

export const withRetry = async <T>(operation: () => Promise<T>): Promise<T> => {
  for (const waitMs of waitsMs) {
    try {
      return await operation()
    } catch (error) {
      if (!passing.test(String(error))) throw error
      await wait(waitMs)
    }
  }
  return operation()
}
