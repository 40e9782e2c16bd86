// SPDX-License-Identifier: AGPL-3.0-or-later
import fs from 'node:fs'

/** Linux counts processor time in hundredths of a second (USER_HZ). */
const tickMs = 10

/** Processor time that a process and all its threads have used so far. */
export const cpuMsOf = (pid: number): number => {
  const stat = fs.readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
  // The second field, in brackets, may hold blanks: what counts begins behind it.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * tickMs
}

/** Memory that a process holds now. */
export const memoryMbOf = (pid: number): number => {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(fs.readFileSync(`/proc/${String(pid)}/status`, 'utf8')) ?? []
  return Math.round(Number(kilobytes) / 1024)
}

/** The most memory that a process ever held. */
export const peakMemoryMbOf = (pid: number): number => {
  const [, kilobytes] = /^VmHWM:\s+(\d+) kB$/m.exec(fs.readFileSync(`/proc/${String(pid)}/status`, 'utf8')) ?? []
  return Math.round(Number(kilobytes) / 1024)
}
