// SPDX-License-Identifier: AGPL-3.0-or-later
import fs from 'node:fs'
import path from 'node:path'
import { runCommand } from './commands.js'

/** Exports Enti and the federation into a folder each, drafts and all. Answers with the files. */
export const exportAll = async (dataDir: string, codes: readonly string[], to: string): Promise<string[]> => {
  const owners: [string, string[]][] = [
    ['federazione', ['--federation']],
    ...codes.map((code): [string, string[]] => [code, ['--ente', code]]),
  ]
  for (const [name, args] of owners) {
    const { status, output } = await runCommand('export', [...args, '--drafts', '--to', path.join(to, name)], dataDir)
    if (status !== 0) throw new Error(`the export of ${name} ended with ${String(status)}:\n${output}`)
  }
  return Object.keys(contentOf(to))
    .filter((file) => /^[^/]+\/(?:ente|federazione)\.json$/.test(file))
    .map((file) => path.join(to, file))
}

/** Every file below a folder, byte for byte. */
export const contentOf = (folder: string): Record<string, string> =>
  Object.fromEntries(
    fs
      .readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((name) => fs.statSync(path.join(folder, name)).isFile())
      .sort()
      .map((name) => [name, fs.readFileSync(path.join(folder, name), 'base64')]),
  )

/** Names of the files that are not the same in both folders. */
export const differences = (one: string, other: string): string[] => {
  const [a, b] = [contentOf(one), contentOf(other)]
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].filter((name) => a[name] !== b[name])
}
