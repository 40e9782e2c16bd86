// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { connectEngine, createIndexWriter, readRunningEngine } from '@linea-comune/search'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { withBuildLock } from '../../launcher/build-lock.js'
import { Service } from '../../launcher/child-process.js'
import { removeStaleOutputs } from '../../launcher/stale-outputs.js'
import { freePorts } from '../support/ports.js'
import { childrenOf, isRunning } from '../support/processes.js'
import { root, startSystem, type System } from '../support/system.js'
import { until } from '../support/until.js'

const cleanUps: (() => void)[] = []
afterAll(() => {
  for (const cleanUp of cleanUps.reverse()) cleanUp()
})

const newFolder = (): string => {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'linea-comune-launcher-'))
  cleanUps.push(() => fs.rmSync(folder, { recursive: true, force: true }))
  return folder
}
const dataDir = newFolder()

const answers = async (url: string): Promise<boolean> => {
  try {
    return (await fetch(url, { signal: AbortSignal.timeout(2000) })).ok
  } catch {
    return false
  }
}

/** What the launcher started; tsx has a compiler beside it on the first run after a change of the launcher. */
const servicesOf = ({ pid }: { pid: number }): number[] =>
  childrenOf(pid)
    .filter(({ command }) => !command.includes('esbuild'))
    .map((child) => child.pid)

interface Program {
  pid: number
  output: () => string
  exited: Promise<number | null>
}

/** A program as a terminal starts it: in a group of its own, which gets Ctrl-C as a whole. */
const runInTerminal = (args: readonly string[], env: Record<string, string>): Program => {
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd: root,
    env: { PATH: process.env.PATH, LOG_LEVEL: 'warn', DEMO: 'false', ...env },
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const exited = new Promise<number | null>((resolve) => child.once('close', resolve))
  const pid = child.pid ?? 0
  cleanUps.push(() => {
    if (child.exitCode === null && child.signalCode === null) process.kill(-pid, 'SIGKILL')
  })
  return { pid, output: () => output, exited }
}

const ctrlC = ({ pid }: Program): void => void process.kill(-pid, 'SIGINT')

const startInTerminal = async (env: Record<string, string>): Promise<Program> => {
  const [port, backofficePort] = await freePorts(2)
  const ports = { PORT: String(port), BACKOFFICE_PORT: String(backofficePort) }
  return runInTerminal(['--import', 'tsx', 'start.ts'], { ...ports, ...env })
}

const untilRunning = (program: Program): Promise<unknown> =>
  until('the system to run', () => program.output().includes('Linea Comune is running.'), 120_000)

describe('the system', () => {
  let system: System
  const env = { DEMO: 'false' }
  beforeAll(async () => {
    system = await startSystem({ dataDir, env })
  })
  afterAll(() => system.stop())

  const processes = (): number[] => servicesOf(system)
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

  test('fills the index again when the search engine had to begin with an empty one', async () => {
    const engine = await until('the engine', () => readRunningEngine(dataDir))
    fs.writeFileSync(path.join(dataDir, 'search', 'data.ms', 'VERSION'), '0.1.0')
    const backOffice = pidOf('commands/serve.js')
    process.kill(engine.pid, 'SIGKILL')
    const writer = createIndexWriter(connectEngine({ url: engine.url, apiKey: engine.masterKey }))
    await until('an index', async () => !(await writer.needsRebuild().catch(() => true)), 30_000)
    expect(fs.readdirSync(path.join(dataDir, 'search')).filter((name) => name.startsWith('data.ms'))).not.toEqual(['data.ms'])
    expect(pidOf('commands/serve.js')).toBe(backOffice)
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

describe('a start in a terminal', () => {
  test('Ctrl-C stops everything in order, without a word about accidents', async () => {
    const program = await startInTerminal({ DATA_DIR: dataDir })
    await untilRunning(program)
    const children = servicesOf(program)
    expect(children).toHaveLength(3)
    ctrlC(program)
    // npm forwards to its child what the terminal has sent to both.
    ctrlC(program)
    process.kill(program.pid, 'SIGTERM')
    expect(await program.exited).toBe(0)
    expect(program.output()).toContain('stopping…')
    expect(program.output()).not.toContain('starting it again')
    expect(children.filter(isRunning)).toEqual([])
  })

  test('Ctrl-C while it starts launches nothing more', async () => {
    const program = await startInTerminal({ DATA_DIR: dataDir })
    const children = await until('the back office', () => {
      const found = childrenOf(program.pid)
      return found.some(({ command }) => command.includes('commands/serve.js')) && found.map(({ pid }) => pid)
    })
    ctrlC(program)
    expect(await program.exited).toBe(0)
    expect(program.output()).not.toMatch(/front office|is running|did not start|starting it again/)
    expect(children.filter(isRunning)).toEqual([])
  })

  test.each(['PORT', 'BACKOFFICE_PORT'])('a %s that another program has is named, and nothing stays behind', async (name) => {
    const other = net.createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const program = await startInTerminal({ DATA_DIR: dataDir, [name]: String((other.address() as net.AddressInfo).port) })
    const children = await until('the engine', () => {
      const found = servicesOf(program)
      return found.length > 0 && found
    })
    expect(await program.exited).toBe(1)
    other.close()
    expect(program.output()).toMatch(new RegExp(`another program listens on port \\d+ .*set ${name} to a free one`))
    expect(program.output()).toContain('Linea Comune did not start')
    expect(program.output()).not.toContain('is running')
    expect(children.filter(isRunning)).toEqual([])
  })

  test('without setpriv, too, a killed launcher leaves no process behind', async () => {
    const program = await startInTerminal({ DATA_DIR: dataDir, PATH: newFolder() })
    await untilRunning(program)
    const children = servicesOf(program)
    expect(children).toHaveLength(3)
    process.kill(program.pid, 'SIGKILL')
    await until('the end of every process', () => !children.some(isRunning), 15_000)
  })
})

describe('the back office by itself', () => {
  test('starts while the search engine cannot be reached, and ends in order when it is asked twice', async () => {
    const [port] = await freePorts(1)
    const program = runInTerminal(['cms/dist/src/commands/serve.js'], {
      NODE_ENV: 'production',
      DATA_DIR: newFolder(),
      BACKOFFICE_PORT: String(port),
      MEILI_URL: 'http://127.0.0.1:9',
      MEILI_API_KEY: 'a key that no engine ever saw',
    })
    await until('the line that it runs', () => program.output().includes('back office on'), 60_000)
    expect(await answers(`http://127.0.0.1:${String(port)}/internal/ready`)).toBe(true)
    ctrlC(program)
    process.kill(program.pid, 'SIGTERM')
    expect(await program.exited).toBe(0)
  })
})

describe('a service', () => {
  let service: Service
  afterEach(() => service.stop())

  /** Runs the given lines of JavaScript; `starts` counts how often, and is known to them as `n`. */
  const serviceOf = (script: string) => {
    const folder = newFolder()
    const said: string[] = []
    const log = path.join(folder, 'starts')
    const count = `const fs = require('node:fs'); fs.appendFileSync('${log}', '.'); const n = fs.readFileSync('${log}').length;`
    service = new Service({
      name: 'clock',
      args: ['-e', `${count} ${script}; setInterval(() => undefined, 1000)`],
      cwd: folder,
      env: process.env,
      say: (line) => said.push(line),
    })
    return { service, said, starts: () => (fs.existsSync(log) ? fs.readFileSync(log).length : 0) }
  }
  const wait = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms))

  test('that was ready is started again, however soon and with whatever code it ends', async () => {
    const clock = serviceOf('process.send({ ready: true }); if (n < 3) setTimeout(() => process.exit(n === 1 ? 1 : 0), 50)')
    await clock.service.start()
    await until('the third start', () => clock.starts() === 3)
    expect(clock.said).toEqual(['clock ended (1); starting it again', 'clock ended (0); starting it again'])
  })

  test('that ends before it is ready fails its start, and is not tried again', async () => {
    const clock = serviceOf('process.exit(3)')
    await expect(clock.service.start()).rejects.toThrow('clock ended while starting (3)')
    await wait(600)
    expect(clock.starts()).toBe(1)
    expect(clock.said).toEqual([])
  })

  test('that was moved while starting comes back and is ready then', async () => {
    const clock = serviceOf("if (process.env.PLACE === 'there') process.send({ ready: true })")
    const started = clock.service.start()
    await until('the first start', () => clock.starts() === 1)
    clock.service.restartWith({ PLACE: 'there' })
    await started
    expect(clock.starts()).toBe(2)
  })

  test('that is told to stop is not started, neither the first time nor again', async () => {
    const unborn = serviceOf('process.send({ ready: true })')
    unborn.service.expectStop()
    await expect(unborn.service.start()).rejects.toThrow('stopped')
    expect(unborn.starts()).toBe(0)

    const dying = serviceOf('process.send({ ready: true }); process.exit(1)')
    await dying.service.start()
    await until('its end', () => dying.said.length > 0)
    await dying.service.stop()
    const before = dying.starts()
    await wait(1500)
    expect(dying.starts()).toBe(before)
  })
})

describe('a build', () => {
  const write = (file: string, text = ''): void => {
    fs.mkdirSync(path.dirname(file), { recursive: true })
    fs.writeFileSync(file, text)
  }

  test('leaves nothing of a content type that is gone', () => {
    const folder = newFolder()
    const [from, to] = [path.join(folder, 'src'), path.join(folder, 'dist')]
    for (const file of ['rows.ts', 'api/ticket/schema.json', 'api/ticket/ticket.ts']) write(path.join(from, file))
    const kept = ['rows.js', 'rows.d.ts', 'rows.js.map', 'api/ticket/schema.json', 'api/ticket/ticket.js']
    for (const file of [...kept, 'gone.js', 'gone.d.ts', 'api/gone/schema.json', 'api/ticket/gone.json']) write(path.join(to, file))
    removeStaleOutputs({ from, to })
    const left = fs.readdirSync(to, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
    expect(left.map((entry) => path.relative(to, path.join(entry.parentPath, entry.name))).sort()).toEqual(kept.sort())
    expect(fs.existsSync(path.join(to, 'api', 'gone'))).toBe(false)
  })

  test('waits for one that is under way, but not for one that was killed', async () => {
    const folder = newFolder()
    const lock = path.join(folder, '.cache', 'build', 'lock')
    write(path.join(lock, 'pid'), String(process.ppid))
    let built = false
    const building = withBuildLock(folder, () => Promise.resolve((built = true)))
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(built).toBe(false)
    const { pid } = spawnSync(process.execPath, ['-e', ''])
    write(path.join(lock, 'pid'), String(pid))
    await building
    expect(built).toBe(true)
    expect(fs.existsSync(lock)).toBe(false)
  })
})
