// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { processStart } from './process-start.js'

interface Holder {
  pid: number
  start: string | null
}

const heldHere = new Set<string>()

/**
 * Takes a folder for this process, because two engines on one folder start without complaint. Returns the function that
 * gives it back. A lock left by a process that is gone is taken over.
 */
export const lockFolder = (lockFile: string): (() => void) => {
  for (let attempt = 0; attempt < 2; attempt++) {
    if (tryToCreate(lockFile)) {
      heldHere.add(lockFile)
      return () => {
        if (heldHere.delete(lockFile)) rmSync(lockFile, { force: true })
      }
    }
    const holder = readHolder(lockFile)
    if (holder !== null && isHeld(lockFile, holder)) throw new Error(`the search data folder is in use by process ${String(holder.pid)}`)
    rmSync(lockFile, { force: true })
  }
  throw new Error(`could not lock the search data folder (${lockFile})`)
}

const tryToCreate = (lockFile: string): boolean => {
  const holder: Holder = { pid: process.pid, start: processStart(process.pid) }
  try {
    writeFileSync(lockFile, JSON.stringify(holder), { flag: 'wx', mode: 0o600 })
    return true
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
}

const readHolder = (lockFile: string): Holder | null => {
  try {
    return JSON.parse(readFileSync(lockFile, 'utf8')) as Holder
  } catch {
    return null
  }
}

const isHeld = (lockFile: string, { pid, start }: Holder): boolean =>
  start !== null && processStart(pid) === start && (pid !== process.pid || heldHere.has(lockFile))
