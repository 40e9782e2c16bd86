// SPDX-License-Identifier: AGPL-3.0-or-later
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { say } from './say.js'

const lookEveryMs = 200
/** No build takes this long: a lock so old belongs to a process whose number was given to another. */
const longestMs = 15 * 60_000

const isAlive = (pid: number): boolean => {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM'
  }
}

const holderOf = (lock: string): number | null => {
  try {
    const holder = Number(fs.readFileSync(path.join(lock, 'pid'), 'utf8'))
    // Our own number in it was another's: in a container, every start may have the same.
    return holder !== process.pid && isAlive(holder) && Date.now() - fs.statSync(lock).mtimeMs < longestMs ? holder : null
  } catch {
    return null
  }
}

/** Made apart and moved into place, so that nobody ever sees a lock without its holder. */
const tryToTake = (lock: string): boolean => {
  const draft = `${lock}-${String(process.pid)}`
  fs.mkdirSync(draft, { recursive: true })
  fs.writeFileSync(path.join(draft, 'pid'), String(process.pid))
  try {
    fs.renameSync(draft, lock)
    return true
  } catch (error) {
    fs.rmSync(draft, { recursive: true, force: true })
    if (['ENOTEMPTY', 'EEXIST', 'EPERM'].includes((error as NodeJS.ErrnoException).code ?? '')) return false
    throw error
  }
}

/** Moved aside by one rename before it is emptied: an empty folder could be taken, and then lose what its taker put there. */
const remove = (lock: string, { unless = () => false }: { unless?: (aside: string) => boolean } = {}): void => {
  const aside = `${lock}-gone-${String(process.pid)}`
  try {
    fs.renameSync(lock, aside)
    if (unless(aside)) fs.renameSync(aside, lock)
  } catch {
    // Somebody else was quicker.
  }
  fs.rmSync(aside, { recursive: true, force: true })
}

/** Two builds at once would write the same files: the second waits for the first, and finds everything done. */
export const withBuildLock = async <T>(root: string, work: () => Promise<T>): Promise<T> => {
  const lock = path.join(root, '.cache', 'build', 'lock')
  let told: number | null = null
  while (!tryToTake(lock)) {
    const holder = holderOf(lock)
    // Of two who find a lock without holder, the slower one may have got the quicker one's new lock.
    if (holder === null) remove(lock, { unless: (aside) => holderOf(aside) !== null })
    else if (holder !== told) say(`  process ${String(holder)} is building; waiting for it`)
    told = holder
    if (holder !== null) await sleep(lookEveryMs)
  }
  try {
    return await work()
  } finally {
    remove(lock)
  }
}
