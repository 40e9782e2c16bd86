// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'

/** Made by builds and tools, so no reason to build. */
const notInputs = new Set(['node_modules', 'dist', 'build', '.react-router', '.cache'])

const filesUnder = (file: string): string[] => {
  if (!fs.existsSync(file)) return []
  if (!fs.statSync(file).isDirectory()) return [file]
  return fs
    .readdirSync(file)
    .filter((name) => !notInputs.has(name))
    .sort()
    .flatMap((name) => filesUnder(path.join(file, name)))
}

/** Hash of names and contents: dates say nothing, since a checkout sets them all. */
export const fingerprint = async (root: string, inputs: readonly string[]): Promise<string> => {
  const hash = createHash('sha256').update(process.version)
  for (const file of inputs.flatMap((input) => filesUnder(path.join(root, input)))) {
    hash.update(path.relative(root, file)).update('\0')
    hash.update(await fs.promises.readFile(file)).update('\0')
  }
  return hash.digest('hex')
}

const stampOf = (root: string, step: string): string => path.join(root, '.cache', 'build', step)

export const isCurrent = (root: string, step: string, outputs: readonly string[], current: string): boolean => {
  const stamp = stampOf(root, step)
  return (
    outputs.every((output) => fs.existsSync(path.join(root, output))) && fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === current
  )
}

export const remember = (root: string, step: string, current: string): void => {
  fs.mkdirSync(path.join(root, '.cache', 'build'), { recursive: true })
  fs.writeFileSync(stampOf(root, step), current)
}

export const forget = (root: string, step: string): void => {
  fs.rmSync(stampOf(root, step), { force: true })
}
