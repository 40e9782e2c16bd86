// SPDX-License-Identifier: AGPL-3.0-or-later
import fs from 'node:fs'
import path from 'node:path'
import { childrenOf } from '../support/processes.js'
import type { System } from '../support/system.js'

const victims = ['back office', 'search engine', 'front office'] as const

export interface Killer {
  /** Tells how far the run is, 0 to 1: kills are spread over it. */
  progress: (share: number) => void
  kills: () => number
  stop: () => number
}

const pidOf = (system: System, victim: (typeof victims)[number]): number | undefined => {
  if (victim === 'search engine') {
    const file = path.join(system.dataDir, 'search', 'engine.json')
    return (JSON.parse(fs.readFileSync(file, 'utf8')) as { pid: number }).pid
  }
  const mark = victim === 'back office' ? 'commands/serve.js' : 'server/start.js'
  return childrenOf(system.pid).find(({ command }) => command.includes(mark))?.pid
}

/** Kills one process after the other, each some way into the run; waits for the one that is already down to come back. */
export const startKilling = (system: System, wanted: number): Killer => {
  let done = 0
  let share = 0
  const timer = setInterval(() => {
    if (done >= wanted || share < done / wanted) return
    const pid = pidOf(system, victims[done % victims.length] ?? 'back office')
    if (pid === undefined) return
    try {
      process.kill(pid, 'SIGKILL')
      done++
    } catch {
      // Ended by itself between the look and the kill; the next look finds its successor.
    }
  }, 150)
  return {
    progress: (now) => (share = now),
    kills: () => done,
    stop: () => {
      clearInterval(timer)
      return done
    },
  }
}
