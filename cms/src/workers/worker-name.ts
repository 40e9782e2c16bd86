// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'

/** Containers may share a host name; they do not share the namespace in which process ids count. */
const processNamespace = (): string => {
  try {
    return fs.readlinkSync('/proc/self/ns/pid')
  } catch {
    return process.platform
  }
}

const place = `${os.hostname()} ${processNamespace()}`

/** Workers of this very process, to tell them from those of a dead one that had the same id. */
const workersHere = new Set<string>()

/** Names a worker: where, which process, and which life of it, since process ids come again. */
export const newWorkerName = (): string => {
  const name = `${place}|${String(process.pid)}|${randomUUID()}`
  workersHere.add(name)
  return name
}

export const forgetWorkerName = (name: string): void => void workersHere.delete(name)

/** Certain only about this machine, and only when the system says that there is no such process: what it held is free at once. */
export const hasDied = (name: string): boolean => {
  const [where, pid] = name.split('|')
  if (where !== place) return false
  if (Number(pid) === process.pid) return !workersHere.has(name)
  try {
    process.kill(Number(pid), 0)
    return false
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ESRCH'
  }
}
