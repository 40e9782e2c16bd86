// SPDX-License-Identifier: AGPL-3.0-or-later
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'

export const databaseFolder = (folder: string): string => join(folder, 'data.ms')

/** Moves a damaged database away, keeping only the newest of such. The index is a cache: it is built again from the back office. */
export const setDatabaseAside = (folder: string, now: Date): void => {
  for (const name of readdirSync(folder)) if (name.startsWith('data.ms.bad-')) rmSync(join(folder, name), { recursive: true, force: true })
  if (existsSync(databaseFolder(folder))) renameSync(databaseFolder(folder), join(folder, `data.ms.bad-${String(now.getTime())}`))
}
