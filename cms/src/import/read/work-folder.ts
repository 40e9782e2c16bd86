// SPDX-License-Identifier: AGPL-3.0-or-later
import fs from 'node:fs/promises'
import path from 'node:path'
import { settings } from '../../settings'

const prefix = 'work-'

/** Where imports keep their reports. */
export const importFolder = (): string => path.join(settings().dataDir, 'import')

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

/** A folder of this run alone. Those of runs that were killed go. */
export const openWorkFolder = async (): Promise<string> => {
  const folder = importFolder()
  await fs.mkdir(folder, { recursive: true })
  for (const name of await fs.readdir(folder)) {
    const pid = Number(/^work-(\d+)-/.exec(name)?.[1])
    if (pid > 0 && pid !== process.pid && !isRunning(pid)) await fs.rm(path.join(folder, name), { recursive: true, force: true })
  }
  return fs.mkdtemp(path.join(folder, `${prefix}${String(process.pid)}-`))
}
