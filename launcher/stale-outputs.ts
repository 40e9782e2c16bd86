// SPDX-License-Identifier: AGPL-3.0-or-later
import fs from 'node:fs'
import path from 'node:path'

/** Where the compiler writes what it reads. */
export interface Compiled {
  from: string
  to: string
}

const sourceNames = (output: string): string[] => {
  const stem = output.replace(/(\.d\.ts|\.js\.map|\.js)$/, '')
  return stem === output ? [output] : [`${stem}.ts`, `${stem}.tsx`]
}

/**
 * Removes what was compiled from sources that are gone: the compiler leaves it, and Strapi registers every content type it
 * finds. The rest stays where it is, because a running system may still read it.
 */
export const removeStaleOutputs = ({ from, to }: Compiled): void => {
  if (!fs.existsSync(to)) return
  for (const entry of fs.readdirSync(to, { withFileTypes: true })) {
    const output = path.join(to, entry.name)
    const sources = entry.isDirectory() ? [entry.name] : sourceNames(entry.name)
    if (!sources.some((name) => fs.existsSync(path.join(from, name)))) fs.rmSync(output, { recursive: true })
    else if (entry.isDirectory()) removeStaleOutputs({ from: path.join(from, entry.name), to: output })
  }
}
