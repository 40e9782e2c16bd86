// SPDX-License-Identifier: AGPL-3.0-or-later
import fs from 'node:fs/promises'
import path from 'node:path'
import type { Core } from '@strapi/strapi'
import { settings } from '../settings'

/** A file of the media library as it travels: what the library knows of it, and where its bytes are. */
interface Attachment {
  name: string
  url: string
  hash: string
  ext: string | null
  mime: string
  size: number
  alternativeText: string | null
  caption: string | null
  width: number | null
  height: number | null
  /** Smaller pictures that the library made of it. */
  formats: Record<string, { url: string }> | null
}

const attachmentsFolder = 'attachments'
const manifest = 'index.json'
const uploadsFolder = (): string => path.join(settings().publicDir, 'uploads')
const uploadLink = /\/uploads\/([\w.-]+)/g

/** Names of the files of the media library that a row's texts lead to. */
export const uploadsIn = (row: Record<string, unknown>): string[] =>
  Object.values(row).flatMap((value) => (typeof value === 'string' ? [...value.matchAll(uploadLink)].map(([, name = '']) => name) : []))

const fields = ['name', 'url', 'hash', 'ext', 'mime', 'size', 'alternativeText', 'caption', 'width', 'height', 'formats'] as const

const library = (strapi: Core.Strapi) => strapi.db.query('plugin::upload.file')

/** Puts the files beside an export. Answers how many there are. */
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
  for (const name of [...names].sort()) {
    const known = (await library(strapi).findOne({ select: [...fields], where: { url: `/uploads/${name}` } })) as Attachment | null
    if (known !== null) attachments.push(Object.fromEntries(fields.map((field) => [field, known[field]])) as unknown as Attachment)
    for (const file of [name, ...smallerOf(known)])
      await fs.copyFile(path.join(uploadsFolder(), file), path.join(to, file)).catch(() => warn(`il file «${file}» non c’è più`))
  }
  await fs.writeFile(path.join(to, manifest), `${JSON.stringify(attachments, null, 2)}\n`)
  return names.size
}

const smallerOf = (attachment: Attachment | null): string[] =>
  Object.values(attachment?.formats ?? {}).map(({ url }) => path.posix.basename(url))

/** Takes in what stands beside exported files; what the library has already stays as it is. */
export const readAttachments = async (strapi: Core.Strapi, exportFile: string): Promise<void> => {
  const from = path.join(path.dirname(exportFile), attachmentsFolder)
  const names = await fs.readdir(from).catch((): string[] => [])
  if (!names.includes(manifest)) return
  await fs.mkdir(uploadsFolder(), { recursive: true })
  for (const name of names)
    if (name !== manifest && /^[\w.-]+$/.test(name))
      await fs.copyFile(path.join(from, name), path.join(uploadsFolder(), name), fs.constants.COPYFILE_EXCL).catch((error: unknown) => {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
      })
  const attachments = JSON.parse(await fs.readFile(path.join(from, manifest), 'utf8')) as Attachment[]
  for (const attachment of attachments) {
    if ((await library(strapi).count({ where: { url: attachment.url } })) > 0) continue
    await library(strapi).create({ data: { ...attachment, provider: 'local', folderPath: '/' } as never })
  }
}
