// SPDX-License-Identifier: AGPL-3.0-or-later
import fs from 'node:fs/promises'
import path from 'node:path'
import type { Core } from '@strapi/strapi'
import { attachmentFields, attachmentsFolder, manifestName, mediaLibrary, smallerOf, uploadsFolder, type Attachment } from './attachments'

const uploadLink = /\/uploads\/([\w.-]+)/g

/** Names of the files of the media library that a row's texts lead to. */
export const uploadsIn = (row: Record<string, unknown>): string[] =>
  Object.values(row).flatMap((value) => (typeof value === 'string' ? [...value.matchAll(uploadLink)].map(([, name = '']) => name) : []))

/** Puts the files beside an export, in the place of those of an earlier one. Answers how many there are. */
export const writeAttachments = async (
  strapi: Core.Strapi,
  names: ReadonlySet<string>,
  folder: string,
  warn: (sentence: string) => void,
): Promise<number> => {
  const to = path.join(folder, attachmentsFolder)
  await fs.rm(to, { recursive: true, force: true })
  if (names.size === 0) return 0
  await fs.mkdir(to, { recursive: true })
  const attachments: Attachment[] = []
  const files: string[] = []
  for (const name of [...names].sort()) {
    const known = (await mediaLibrary(strapi).findOne({
      select: [...attachmentFields],
      where: { url: `/uploads/${name}` },
    })) as Attachment | null
    if (known !== null)
      attachments.push(Object.fromEntries(attachmentFields.map((field) => [field, known[field]])) as unknown as Attachment)
    files.push(name, ...smallerOf(known))
  }
  // First, so that a folder that was left half written is still known for one of ours.
  await fs.writeFile(path.join(to, manifestName), `${JSON.stringify(attachments, null, 2)}\n`)
  for (const file of files)
    await fs.copyFile(path.join(uploadsFolder(), file), path.join(to, file)).catch(() => warn(`il file «${file}» non c’è più`))
  return names.size
}
