// SPDX-License-Identifier: AGPL-3.0-or-later
import { spawn } from 'node:child_process'
import path from 'node:path'
import { fingerprint, isCurrent, remember } from './fingerprint.js'
import { withProgress } from './say.js'

const root = path.resolve(import.meta.dirname, '..')

interface Step {
  label: string
  /** Files and folders whose content decides whether the step must run again. */
  inputs: readonly string[]
  /** What must exist for the step to count as done. */
  output: string
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
    output: 'search/dist/index.js',
    commands: [
      { cwd: '.', args: [tsc, '-p', 'config/tsconfig.json'] },
      { cwd: '.', args: [tsc, '-p', 'search/tsconfig.json'] },
    ],
  },
  'back-office': {
    label: 'building the back office',
    inputs: [...shared, 'config/src', 'search/src', 'cms/src', 'cms/config', 'cms/tsconfig.json', 'cms/package.json'],
    output: 'cms/dist/src/commands/serve.js',
    commands: [{ cwd: '.', args: [tsc, '-p', 'cms/tsconfig.json'] }],
  },
  panel: {
    label: 'building the panel of the back office',
    inputs: ['package-lock.json', 'cms/src/admin', 'cms/config/admin.ts', 'cms/config/plugins.ts', 'cms/package.json'],
    output: 'cms/dist/build/index.html',
    commands: [{ cwd: 'cms', args: [path.join(root, strapi), 'build', '--silent'] }],
  },
  'front-office': {
    label: 'building the front office',
    inputs: [...shared, 'config/src', 'search/src', 'helpdesk-ui'],
    output: 'helpdesk-ui/dist/server/start.js',
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

/** Builds what changed since it was last built; a second call does nothing. */
export const buildAll = async (names: readonly StepName[]): Promise<void> => {
  for (const name of stepNames.filter((step) => names.includes(step))) {
    const step: Step = steps[name]
    const current = await fingerprint(root, step.inputs)
    if (isCurrent(root, name, step.output, current)) continue
    await withProgress(step.label, async () => {
      for (const { cwd, args } of step.commands) await run(cwd, args)
    })
    remember(root, name, current)
  }
}
