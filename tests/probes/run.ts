// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawn } from 'node:child_process'
import { startPostgres } from '../support/postgres.js'
import { stages, runProbe } from './probes.js'
import { openWorld } from './world.js'

/** `npm run probe:tenancy`: every try to look over the wall between Enti, on both databases. Prints what leaked and how many. */

interface Result {
  probes: number
  leaks: number
  broken: number
}

const say = (line: string): void => void process.stdout.write(`${line}\n`)

/** In a process of its own, since a back office reads its environment once. */
const probeHere = async (database: string): Promise<Result> => {
  const world = await openWorld()
  const result: Result = { probes: 0, leaks: 0, broken: 0 }
  for (const { prepare, probes } of stages) {
    await prepare(world)
    for (const probe of probes) {
      const fault = await runProbe(probe, world)
      result.probes += 1
      if (fault === null) continue
      result[probe.about === 'leak' ? 'leaks' : 'broken'] += 1
      say(`${database}  ${probe.about === 'leak' ? 'LEAK' : 'BROKEN'}  ${probe.name}\n    ${fault}`)
    }
  }
  await world.stop()
  return result
}

const probeElsewhere = (database: string, env: Record<string, string>): Promise<Result> =>
  new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [...process.execArgv, import.meta.filename, database], {
      env: { ...process.env, ...env },
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
    })
    let result: Result | undefined
    child.on('message', (message) => (result = message as Result))
    child.once('exit', (code) => {
      if (result !== undefined && code === 0) resolve(result)
      else reject(new Error(`the probes on ${database} ended early (${String(code)})`))
    })
  })

const probeBoth = async (): Promise<void> => {
  const postgres = await startPostgres()
  const total: Result = { probes: 0, leaks: 0, broken: 0 }
  try {
    for (const [database, env] of [
      ['SQLite', {}],
      [`PostgreSQL ${postgres.version}`, { DATABASE_URL: postgres.url }],
    ] as const) {
      const { probes, leaks, broken } = await probeElsewhere(database, env)
      say(`${database}: probes ${String(probes)}, leaks ${String(leaks)}, own operations broken ${String(broken)}`)
      total.probes += probes
      total.leaks += leaks
      total.broken += broken
    }
  } finally {
    await postgres.stop()
  }
  say(`probes ${String(total.probes)}, leaks ${String(total.leaks)}, own operations broken ${String(total.broken)}`)
  process.exitCode = total.leaks + total.broken === 0 ? 0 : 1
}

const [, , database] = process.argv
if (database === undefined) await probeBoth()
else {
  const result = await probeHere(database)
  process.send?.(result)
  process.disconnect()
}
