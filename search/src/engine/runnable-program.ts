// SPDX-License-Identifier: AGPL-3.0-or-later
import { constants } from 'node:fs'
import { access, chmod, copyFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { EngineProgram } from './resolve-engine.js'

const canRun = (path: string): Promise<boolean> =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  )

/**
 * npm unpacks the packaged engine without the permission to run it. It is given here; where the packages belong to
 * another user, a copy in the data folder gets it. A program somebody chose is left as it is.
 */
export const toRunnableProgram = async (program: EngineProgram, folder: string): Promise<EngineProgram> => {
  if (program.sha256 === undefined || (await canRun(program.path))) return program
  try {
    await chmod(program.path, 0o755)
    return program
  } catch {
    const copy = join(folder, `engine-${program.sha256.slice(0, 12)}`)
    if (!(await canRun(copy))) {
      await copyFile(program.path, copy)
      await chmod(copy, 0o700)
    }
    return { ...program, path: copy }
  }
}
