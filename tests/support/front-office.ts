// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawn } from 'node:child_process'
import path from 'node:path'
import { frontOfficeProgram } from '../../launcher/front-office-program.js'
import { freePorts } from './ports.js'
import { root } from './system.js'
import { until } from './until.js'

/** The built front office alone, in a process of its own. Its public address is the one it listens on. */
export const startFrontOffice = async (
  env: Readonly<Record<string, string>>,
  givenPort?: number,
): Promise<{ url: string; pid: number; stop: () => Promise<void> }> => {
  const port = String(givenPort ?? (await freePorts(1))[0])
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...frontOfficeProgram], {
    cwd: path.join(root, 'helpdesk-ui'),
    env: { PATH: process.env.PATH, HOME: process.env.HOME, NODE_ENV: 'production', PORT: port, PUBLIC_URL: url, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()))
  await until('the front office', () =>
    fetch(`${url}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    ),
  )
  return {
    url,
    pid: child.pid ?? 0,
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}
