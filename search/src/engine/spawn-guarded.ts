// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawn, spawnSync, type ChildProcess } from 'node:child_process'

export type Guard = 'setpriv' | 'shell' | 'none'

// A pipe from this process is open as long as it lives: at its end the shell's watcher kills the program. Standard input
// is moved to 3 first, because a shell gives its background programs an empty one.
const shellGuard = [
  'exec 3<&0',
  '"$@" 3<&- &',
  'program=$!',
  '{ cat <&3 >/dev/null; kill -9 $program; } 2>/dev/null &',
  'watcher=$!',
  'trap "kill -TERM $program" TERM',
  'wait $program; code=$?',
  'kill $watcher 2>/dev/null',
  'exit $code',
].join('\n')

const searchPath = '/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin'

/** The guard this machine has: the kernel's own on Linux with util-linux, a shell elsewhere. */
export const availableGuard = (): Guard => {
  if (process.platform === 'win32') return 'none'
  const has = (program: string, args: string[]) => spawnSync(program, args, { stdio: 'ignore', env: { PATH: searchPath } }).status === 0
  if (process.platform === 'linux' && has('setpriv', ['--version'])) return 'setpriv'
  return has('sh', ['-c', 'exit 0']) ? 'shell' : 'none'
}

/** Starts a program that dies with this process, even when this process is killed with SIGKILL. */
export const spawnGuarded = (
  program: string,
  args: readonly string[],
  { cwd, env, guard = availableGuard() }: { cwd: string; env: Record<string, string>; guard?: Guard },
): ChildProcess => {
  // Detached: a terminal's Ctrl-C, which goes to a whole group, is for this process to act upon.
  const options = { cwd, env: { PATH: searchPath, LANG: 'C.UTF-8', ...env }, detached: true }
  switch (guard) {
    case 'setpriv':
      return spawn('setpriv', ['--pdeathsig', 'KILL', '--', program, ...args], { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
    case 'shell':
      return spawn('sh', ['-c', shellGuard, 'sh', program, ...args], { ...options, stdio: ['pipe', 'pipe', 'pipe'] })
    case 'none':
      return spawn(program, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] })
  }
}
