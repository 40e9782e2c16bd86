// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readMasterKey } from './master-key.js'
import { processStart } from './process-start.js'

export interface RunningEngine {
  url: string
  pid: number
  masterKey: string
}

/** Where an engine of ours keeps its files, inside the data folder of the system. */
export const engineFolder = (dataDir: string): string => join(dataDir, 'search')

const runtimeFile = (folder: string): string => join(folder, 'engine.json')

export const writeRuntimeFile = (folder: string, running: { url: string; pid: number }): void => {
  const file = runtimeFile(folder)
  // Renamed into place, so that a reader never sees half of it.
  writeFileSync(`${file}.new`, JSON.stringify(running), { mode: 0o600 })
  renameSync(`${file}.new`, file)
}

export const removeRuntimeFile = (folder: string): void => {
  rmSync(runtimeFile(folder), { force: true })
}

/** The engine that runs over this data folder, for commands started beside the system; null when none does. */
export const readRunningEngine = (dataDir: string): RunningEngine | null => {
  const folder = engineFolder(dataDir)
  try {
    const { url, pid } = JSON.parse(readFileSync(runtimeFile(folder), 'utf8')) as { url: string; pid: number }
    return processStart(pid) === null ? null : { url, pid, masterKey: readMasterKey(folder) }
  } catch {
    return null
  }
}
