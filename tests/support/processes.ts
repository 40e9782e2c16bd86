// SPDX-License-Identifier: AGPL-3.0-or-later
import fs from 'node:fs'

/** Processes that this one started, with their command lines. Linux only, as the engine in the package is. */
export const childrenOf = (parent: number): { pid: number; command: string }[] =>
  fs
    .readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .flatMap((name) => {
      try {
        const stat = fs.readFileSync(`/proc/${name}/stat`, 'utf8')
        const [state, ppid] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
        if (state === 'Z' || Number(ppid) !== parent) return []
        return [{ pid: Number(name), command: fs.readFileSync(`/proc/${name}/cmdline`, 'utf8').replaceAll('\0', ' ') }]
      } catch {
        // Gone between the listing and the reading.
        return []
      }
    })

export const isRunning = (pid: number): boolean => {
  try {
    const stat = fs.readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
    return !stat.slice(stat.lastIndexOf(')') + 2).startsWith('Z')
  } catch {
    return false
  }
}
