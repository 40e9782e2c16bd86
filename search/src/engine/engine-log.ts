// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ChildProcess } from 'node:child_process'
import { createInterface } from 'node:readline'

const tailLines = 50

/** What the engine's log lines tell the supervisor. */
export const portIn = (line: string): number | null => {
  const match = /listening on: [^"]*?:(\d+)"?/.exec(line)
  return match ? Number(match[1]) : null
}

export const tellsPortTaken = (log: string): boolean => log.includes('Address already in use')

/** The files are of another version, or damaged: starting again changes nothing, starting empty does. */
export const tellsDamage = (log: string): boolean =>
  /database version .* is incompatible|MDB_(INVALID|CORRUPTED|PAGE_NOTFOUND|VERSION_MISMATCH|PANIC)|invalid_store_file|VERSION file/i.test(
    log,
  )

/** A line the engine wrote as an error: what citizens typed is never read as one. */
export const isErrorLine = (line: string): boolean => {
  try {
    return (JSON.parse(line) as { level?: unknown }).level === 'ERROR'
  } catch {
    return false
  }
}

/** Follows both outputs line by line; returns a reader of the last lines, for the message of a failed start. */
export const followLog = (child: ChildProcess, onLine: (line: string) => void): (() => string[]) => {
  const tail: string[] = []
  for (const stream of [child.stdout, child.stderr]) {
    if (stream === null) continue
    createInterface({ input: stream }).on('line', (line) => {
      tail.push(line)
      if (tail.length > tailLines) tail.shift()
      onLine(line)
    })
  }
  return () => [...tail]
}
