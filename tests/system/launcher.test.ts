// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { childrenOf, isRunning } from '../support/processes.js'
import { root, startSystem, type System } from '../support/system.js'
import { until } from '../support/until.js'

const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'linea-comune-launcher-'))
afterAll(() => fs.rmSync(dataDir, { recursive: true, force: true }))

const answers = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2000) })).ok
  } catch {
    return false
  }
}

describe('the system', () => {
  let system: System
  const env = { DEMO: 'false' }
  beforeAll(async () => {
    system = await startSystem({ dataDir, env })
  })
  afterAll(() => system.stop())

  const processes = (): number[] => childrenOf(system.pid).map(({ pid }) => pid)
  const pidOf = (mark: string): number | undefined => childrenOf(system.pid).find(({ command }) => command.includes(mark))?.pid

  test('runs three processes and prints where everything is', async () => {
    expect(processes()).toHaveLength(3)
    expect(system.output()).toContain(system.url)
    expect(await answers(`${system.url}/healthz`)).toBe(true)
  })

  test('keeps the keys of the search engine out of every command line', () => {
    const key = fs.readFileSync(path.join(dataDir, 'search', 'master.key'), 'utf8').trim()
    expect(childrenOf(system.pid).filter(({ command }) => command.includes(key))).toEqual([])
  })

  test('lets nobody but its user read secrets and captured mail', () => {
    for (const folder of ['secrets', 'search']) expect(fs.statSync(path.join(dataDir, folder)).mode & 0o077).toBe(0)
  })

  test.each([
    ['back office', 'commands/serve.js', () => `${system.backofficeUrl}/internal/ready`],
    ['front office', 'server/start.js', () => `${system.url}/healthz`],
    ['search engine', 'meilisearch', () => `${system.url}/healthz`],
  ])('starts the %s again when it was killed', async (_name, mark, url) => {
    const before = pidOf(mark)
    if (before === undefined) throw new Error(`no ${mark} is running`)
    process.kill(before, 'SIGKILL')
    await until(`another ${mark}`, () => {
      const now = pidOf(mark)
      return now !== undefined && now !== before
    })
    await until(`an answer of ${url()}`, () => answers(url()), 60_000)
  })

  test('refuses a second start over the same data, and goes on working', async () => {
    await expect(startSystem({ dataDir, env })).rejects.toThrow()
    expect(await answers(`${system.url}/healthz`)).toBe(true)
  })

  test('leaves no process behind when the launcher itself is killed', async () => {
    const children = processes()
    expect(children).toHaveLength(3)
    await system.stop('SIGKILL')
    await until('the end of every process', () => children.every((pid) => !isRunning(pid)), 5000)
  })

  test('starts over what a killed launcher left, and stops in order when asked', async () => {
    system = await startSystem({ dataDir, env })
    const children = processes()
    expect(await system.stop()).toBe(0)
    expect(children.filter(isRunning)).toEqual([])
    // Nothing was stale: a second start builds nothing.
    expect(system.output()).not.toContain('building')
  })
})

test('a wrong environment stops the start and names every fault at once', () => {
  const { status, stdout, stderr } = spawnSync(process.execPath, ['--import', 'tsx', 'start.ts'], {
    cwd: root,
    encoding: 'utf8',
    env: { PATH: process.env.PATH, DATA_DIR: dataDir, PORT: 'eighty', SMTP_URL: 'mail.example', MAIL_FROM: 'nobody' },
  })
  expect(status).toBe(1)
  for (const name of ['PORT', 'SMTP_URL', 'MAIL_FROM']) expect(stdout + stderr).toContain(name)
})
