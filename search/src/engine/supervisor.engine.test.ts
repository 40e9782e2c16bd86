// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readdirSync, readFileSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { connectEngine } from '../client.js'
import { createIndexWriter } from '../writer.js'
import { packagedProgram, temporaryFolder } from '../testing/start-engine.js'
import { engineKeys } from './engine-keys.js'
import { processStart } from './process-start.js'
import { engineFolder, readRunningEngine } from './runtime-file.js'
import { availableGuard } from './spawn-guarded.js'
import { EngineSupervisor, type SupervisorOptions } from './supervisor.js'

const started: EngineSupervisor[] = []
const folders: string[] = []

const supervise = (given: Partial<SupervisorOptions> = {}): EngineSupervisor => {
  const dataDir = given.dataDir ?? temporaryFolder()
  folders.push(dataDir)
  const supervisor = new EngineSupervisor({ dataDir, program: packagedProgram(), backoffMs: [20, 50], ...given })
  started.push(supervisor)
  return supervisor
}

const kill = (supervisor: EngineSupervisor): void => {
  if (supervisor.pid !== undefined) process.kill(supervisor.pid, 'SIGKILL')
}

const isHealthy = async (url: string): Promise<boolean> => (await fetch(`${url}/health`).catch(() => null))?.ok ?? false

const untilGone = async (pid: number): Promise<boolean> => {
  for (let i = 0; i < 100; i++) {
    if (processStart(pid) === null) return true
    await sleep(20)
  }
  return false
}

afterEach(async () => {
  await Promise.all(started.splice(0).map((supervisor) => supervisor.stop()))
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true, force: true })
})

describe('the engine', () => {
  it('answers once it is ready, and commands beside it find it', async () => {
    const dataDir = temporaryFolder()
    const supervisor = await supervise({ dataDir }).start()
    expect(await isHealthy(supervisor.url)).toBe(true)
    expect(readRunningEngine(dataDir)).toEqual({ url: supervisor.url, pid: supervisor.pid, masterKey: supervisor.masterKey })
    expect(statSync(join(engineFolder(dataDir), 'engine.json')).mode & 0o777).toBe(0o600)
    expect(statSync(join(engineFolder(dataDir), 'master.key')).mode & 0o777).toBe(0o600)
    await supervisor.stop()
    expect(readRunningEngine(dataDir)).toBeNull()
  })

  it('another program than the pinned one is refused', async () => {
    const sha256 = '0'.repeat(64)
    await expect(supervise({ program: { ...packagedProgram(), sha256 } }).start()).rejects.toThrow(/sha256 is .*, not the pinned/)
  })

  it('its key is not among its arguments', async () => {
    const supervisor = await supervise().start()
    const args = readFileSync(`/proc/${String(supervisor.pid)}/cmdline`, 'utf8')
    expect(args).not.toContain(supervisor.masterKey)
  })

  it('killed, it comes back on the same address with the same keys', async () => {
    const supervisor = await supervise().start()
    const { url } = supervisor
    const keys = await engineKeys(url, supervisor.masterKey)
    for (let crash = 0; crash < 2; crash++) {
      kill(supervisor)
      await once(supervisor, 'ready')
      expect(supervisor.url).toBe(url)
    }
    expect(await engineKeys(url, supervisor.masterKey)).toEqual(keys)
  })

  it('a second supervisor over the same folder is refused, and may start when the first has stopped', async () => {
    const dataDir = temporaryFolder()
    const first = await supervise({ dataDir }).start()
    await expect(supervise({ dataDir }).start()).rejects.toThrow('in use by process')
    await first.stop()
    await expect(supervise({ dataDir }).start()).resolves.toBeDefined()
  })

  it('a lock left by a process that is gone is taken over', async () => {
    const dataDir = temporaryFolder()
    const first = await supervise({ dataDir }).start()
    await first.stop()
    writeFileSync(join(engineFolder(dataDir), 'supervisor.lock'), JSON.stringify({ pid: 999_999, start: '1' }))
    await expect(supervise({ dataDir }).start()).resolves.toBeDefined()
  })

  it.each(['setpriv', 'shell'] as const)('with the guard %s it does not outlive a killed parent', async (guard) => {
    if (guard === 'setpriv' && availableGuard() !== 'setpriv') return
    const dataDir = temporaryFolder()
    folders.push(dataDir)
    const module = new URL('../../dist/engine/supervisor.js', import.meta.url).href
    const script = `
      const { EngineSupervisor } = await import(${JSON.stringify(module)})
      await new EngineSupervisor({ dataDir: ${JSON.stringify(dataDir)}, program: ${JSON.stringify(packagedProgram())}, guard: ${JSON.stringify(guard)} }).start()
      process.stdout.write('started')
      setInterval(() => undefined, 1000)`
    const parent = spawn(process.execPath, ['--input-type=module', '-e', script], { stdio: ['ignore', 'pipe', 'inherit'] })
    await once(parent.stdout, 'data')
    const running = readRunningEngine(dataDir)
    expect(running).not.toBeNull()
    parent.kill('SIGKILL')
    await once(parent, 'exit')
    expect(await untilGone(running?.pid ?? 0)).toBe(true)
    for (let i = 0; i < 50 && (await isHealthy(running?.url ?? '')); i++) await sleep(20)
    expect(await isHealthy(running?.url ?? '')).toBe(false)
  })

  it('with the shell as guard it stops and restarts too', async () => {
    const supervisor = await supervise({ guard: 'shell' }).start()
    const { url } = supervisor
    await supervisor.stop()
    expect(await isHealthy(url)).toBe(false)
  })
})

describe('a damaged index', () => {
  const database = (dataDir: string): string => join(engineFolder(dataDir), 'data.ms')

  it.each<[string, (dataDir: string) => void]>([
    ['of another version', (dataDir) => writeFileSync(join(database(dataDir), 'VERSION'), '1.3.0')],
    ['whose tasks are unreadable', (dataDir) => writeFileSync(join(database(dataDir), 'tasks', 'data.mdb'), Buffer.alloc(65_536))],
  ])('%s is set aside, and the keys stay valid', async (_what, damage) => {
    const dataDir = temporaryFolder()
    const supervisor = await supervise({ dataDir }).start()
    const keys = await engineKeys(supervisor.url, supervisor.masterKey)
    const writer = createIndexWriter(connectEngine({ url: supervisor.url, apiKey: keys.writeKey }))
    await writer.prepare()
    damage(dataDir)
    const emptied = once(supervisor, 'rebuilt-empty')
    kill(supervisor)
    await emptied
    expect(readdirSync(engineFolder(dataDir)).filter((name) => name.startsWith('data.ms.bad-'))).toHaveLength(1)
    // What was the back office's key before is so still.
    expect(await writer.needsRebuild()).toBe(true)
  })

  it('cut short, it kills the engine at every search, until it is set aside', async () => {
    const dataDir = temporaryFolder()
    const supervisor = await supervise({ dataDir }).start()
    const { writeKey } = await engineKeys(supervisor.url, supervisor.masterKey)
    const client = connectEngine({ url: supervisor.url, apiKey: writeKey })
    await createIndexWriter(client).prepare()
    for (const index of readdirSync(join(database(dataDir), 'indexes')))
      truncateSync(join(database(dataDir), 'indexes', index, 'data.mdb'), 8192)
    const reasons: string[] = []
    supervisor.once('rebuilt-empty', ({ reason }) => reasons.push(reason))
    kill(supervisor)
    for (let i = 0; i < 100 && reasons.length === 0; i++) {
      await client
        .index('pages')
        .search('x')
        .catch(() => undefined)
      await sleep(50)
    }
    expect(reasons).toEqual(['3 crashes within a minute'])
  })
})
