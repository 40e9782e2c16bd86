// SPDX-License-Identifier: AGPL-3.0-or-later
import fs from 'node:fs/promises'
import path from 'node:path'
import { exportFormat } from '@linea-comune/config'
import { attachmentsFolder, manifestName } from './attachments'

/** The folder holds somebody's files, which an export would write over. */
export class FolderNotOurs extends Error {
  constructor(folder: string) {
    super(
      `La cartella ${folder} contiene già altri file: non è stato toccato niente. Scegli una cartella nuova o vuota, oppure quella di un’esportazione precedente dello stesso tipo.`,
    )
    this.name = 'FolderNotOurs'
  }
}

const beginning = 200

/** As `write-export.ts` begins it. */
const isExport = async (file: string): Promise<boolean> => {
  const handle = await fs.open(file).catch(() => null)
  if (handle === null) return false
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(beginning), 0, beginning, 0)
    return /^\{\s*"format":\s*"([^"]*)"/.exec(buffer.toString('utf8', 0, bytesRead))?.[1] === exportFormat
  } catch {
    return false
  } finally {
    await handle.close()
  }
}

/** An export goes into a folder of its own: a new one, an empty one, or one where an earlier export into the same file stands. */
export const claimFolder = async (file: string): Promise<void> => {
  const folder = path.dirname(file)
  const made = await fs.mkdir(folder, { recursive: true }).then(
    () => true,
    () => false,
  )
  const names = made ? await fs.readdir(folder) : []
  if (made && names.length === 0) return
  const attachments = path.join(folder, attachmentsFolder)
  const itsAttachments = !names.includes(attachmentsFolder) || (await fs.readdir(attachments).catch(() => [''])).includes(manifestName)
  if (!made || !itsAttachments || !(await isExport(file))) throw new FolderNotOurs(folder)
}
