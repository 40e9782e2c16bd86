// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawn } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { withBuildLock } from './build-lock.js'
import { fingerprint, forget, isCurrent, remember } from './fingerprint.js'
import { withProgress } from './say.js'
import { removeStaleOutputs, type Compiled } from './stale-outputs.js'

const root = path.resolve(import.meta.dirname, '..')

interface Step {
  label: string
  /** Files and folders whose content decides whether the step must run again. */
  inputs: readonly string[]
  /** What must exist for the step to count as done. */
  outputs: readonly string[]
  /** Folders where the compiler leaves what it made of sources that are gone. */
  compiled?: readonly Compiled[]
  /** What the compiler remembers of the last time: with it, it would not write an output again that somebody removed. */
  memories?: readonly string[]
  commands: readonly { cwd: string; args: readonly string[] }[]
}

const shared = ['package.json', 'package-lock.json', 'tsconfig.base.json', 'tsconfig.library.json']
const tsc = 'node_modules/typescript/bin/tsc'
const strapi = 'node_modules/@strapi/strapi/bin/strapi.js'

/** What has to be built, in order: a step may use what the ones before it made. */
const steps = {
  libraries: {
    label: 'building config and search',
    inputs: [...shared, 'config/src', 'config/tsconfig.json', 'search/src', 'search/tsconfig.json'],
    outputs: ['config/dist/index.js', 'config/dist/index.d.ts', 'search/dist/index.js', 'search/dist/index.d.ts'],
    compiled: [
      { from: 'config/src', to: 'config/dist' },
      { from: 'search/src', to: 'search/dist' },
    ],
    memories: ['config/dist/.tsbuildinfo', 'search/dist/.tsbuildinfo'],
    commands: [
      { cwd: '.', args: [tsc, '-p', 'config/tsconfig.json'] },
      { cwd: '.', args: [tsc, '-p', 'search/tsconfig.json'] },
    ],
  },
  'back-office': {
    label: 'building the back office',
    inputs: [...shared, 'config/src', 'search/src', 'cms/src', 'cms/config', 'cms/tsconfig.json', 'cms/package.json'],
    outputs: ['cms/dist/src/index.js', 'cms/dist/src/api', 'cms/dist/config', 'cms/dist/src/commands/serve.js'],
    // Not all of `dist`: the panel is in there.
    compiled: [
      { from: 'cms/src', to: 'cms/dist/src' },
      { from: 'cms/config', to: 'cms/dist/config' },
    ],
    memories: ['cms/dist/.tsbuildinfo'],
    commands: [{ cwd: '.', args: [tsc, '-p', 'cms/tsconfig.json'] }],
  },
  panel: {
    label: 'building the panel of the back office',
    inputs: ['package-lock.json', 'config/src', 'cms/src/admin', 'cms/config/admin.ts', 'cms/config/plugins.ts', 'cms/package.json'],
    outputs: ['cms/dist/build/index.html'],
    commands: [{ cwd: 'cms', args: [path.join(root, strapi), 'build', '--silent'] }],
  },
  'front-office': {
    label: 'building the front office',
    inputs: [...shared, 'config/src', 'search/src', 'helpdesk-ui'],
    outputs: ['helpdesk-ui/dist/server/start.js', 'helpdesk-ui/dist/site/server/index.js', 'helpdesk-ui/dist/site/client/assets'],
    // The site's own folders are emptied by its builder.
    compiled: [{ from: 'helpdesk-ui/server', to: 'helpdesk-ui/dist/server' }],
    commands: [{ cwd: 'helpdesk-ui', args: ['--run-script', 'build'] }],
  },
} as const satisfies Record<string, Step>

export type StepName = keyof typeof steps
export const stepNames = Object.keys(steps) as StepName[]

/** Strapi reads the whole configuration to build its panel; nothing of that may touch the data of this installation. */
const buildEnv = {
  ...process.env,
  DATA_DIR: path.join(root, '.cache', 'panel-build'),
  BACKOFFICE_URL: '',
  NODE_ENV: 'production',
  STRAPI_TELEMETRY_DISABLED: 'true',
}

const run = (cwd: string, args: readonly string[]): Promise<void> =>
  new Promise((resolve, reject) => {
    const [command, rest] = args[0] === '--run-script' ? ['npm', ['run', '--silent', ...args.slice(1)]] : [process.execPath, [...args]]
    const child = spawn(command, rest, { cwd: path.join(root, cwd), env: buildEnv, stdio: ['ignore', 'pipe', 'pipe'] })
    const lines: Buffer[] = []
    child.stdout.on('data', (chunk: Buffer) => lines.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => lines.push(chunk))
    child.once('error', reject)
    child.once('close', (code) => {
      if (code === 0) resolve()
      else reject(new Error(`${command} ${rest.join(' ')} failed:\n${Buffer.concat(lines).toString()}`))
    })
  })

const build = async ({ label, commands, compiled = [], memories = [] }: Step): Promise<void> => {
  for (const file of memories) fs.rmSync(path.join(root, file), { force: true })
  await withProgress(label, async () => {
    for (const { cwd, args } of commands) await run(cwd, args)
  })
  for (const { from, to } of compiled) removeStaleOutputs({ from: path.join(root, from), to: path.join(root, to) })
}

/** Builds what changed since it was last built; a second call does nothing. */
export const buildAll = (names: readonly StepName[]): Promise<void> =>
  withBuildLock(root, async () => {
    for (const name of stepNames.filter((step) => names.includes(step))) {
      const step: Step = steps[name]
      const current = await fingerprint(root, step.inputs)
      if (isCurrent(root, name, step.outputs, current)) continue
      // A build that is cut short leaves outputs of two times.
      forget(root, name)
      await build(step)
      remember(root, name, current)
    }
  })
