// SPDX-License-Identifier: AGPL-3.0-or-later
import { readFileSync } from 'node:fs'

/**
 * What tells one life of a process number from the next: its start time on Linux, `alive` elsewhere, null when it is
 * gone or a zombie. Process numbers are reused, so a lock that names only the number could be held by a stranger.
 */
export const processStart = (pid: number): string | null => {
  if (process.platform !== 'linux') return isAlive(pid) ? 'alive' : null
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
    // The second field is the program's name in brackets and may hold spaces: count from its closing bracket.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    const [state, startTime] = [fields[0], fields[19]]
    return state === 'Z' || state === 'X' ? null : (startTime ?? null)
  } catch {
    return null
  }
}

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
