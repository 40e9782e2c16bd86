// SPDX-License-Identifier: AGPL-3.0-or-later
import fs from 'node:fs/promises'
import path from 'node:path'
import type { Core } from '@strapi/strapi'
import { z } from 'zod'
import {
  attachmentSchema,
  attachmentsFolder,
  fileOf,
  manifestName,
  mediaLibrary,
  smallerOf,
  uploadsFolder,
  type Attachment,
} from './attachments'

/**
 * Documents and pictures: what texts for citizens lead to. Whatever comes in is served from our own address, so nothing is here that
 * a browser would run, such as pages, scripts and drawings that may hold one (html, js, svg, xml).
 */
// prettier-ignore
const takenIn: ReadonlySet<string> = new Set([
  'pdf', 'p7m', 'doc', 'docx', 'xls', 'xlsx', 'ppt', 'pptx', 'odt', 'ods', 'odp', 'rtf', 'txt', 'csv', 'zip',
  'png', 'jpg', 'jpeg', 'gif', 'webp', 'avif',
])

/** Why a file stays outside; undefined when it may come in. */
const whyOutside = async (folder: string, name: string): Promise<string | undefined> => {
  if (!/^[\w-][\w.-]*$/.test(name)) return 'i nomi non sono di file della libreria'
  if (!takenIn.has(path.extname(name).slice(1).toLowerCase())) return 'non sono documenti né immagini'
  const file = path.join(folder, name)
  // A link could lead to any file of this machine, and what comes in is published.
  if (!(await fs.lstat(file)).isFile() || path.dirname(await fs.realpath(file)) !== folder) return 'non sono file, ma collegamenti o altro'
  return undefined
}

/** Takes in what stands beside exported files; what the library has already stays as it is. Answers what was left out, a sentence for each reason. */
export const readAttachments = async (strapi: Core.Strapi, exportFile: string): Promise<string[]> => {
  const left = new Map<string, Set<string>>()
  const leave = (name: string, why: string): void => void left.set(why, (left.get(why) ?? new Set()).add(name))
  const folder = path.join(await fs.realpath(path.dirname(exportFile)), attachmentsFolder)
  const kind = await fs.lstat(folder).catch(() => null)
  if (kind === null) return []
  if (kind.isDirectory()) {
    const files = await copyFiles(folder, leave)
    for (const attachment of await readManifest(folder, leave)) {
      if (![fileOf(attachment), ...smallerOf(attachment)].every((name) => files.has(name))) continue
      if ((await mediaLibrary(strapi).count({ where: { url: attachment.url } })) > 0) continue
      await mediaLibrary(strapi).create({ data: { ...attachment, provider: 'local', folderPath: '/' } as never })
    }
  } else leave(attachmentsFolder, 'non sono file, ma collegamenti o altro')
  return [...left].map(([why, names]) => `allegati lasciati fuori, perché ${why}: ${[...names].join(', ')}`)
}

type Leave = (name: string, why: string) => void

/** Names of those that are in now. */
const copyFiles = async (folder: string, leave: Leave): Promise<Set<string>> => {
  const files = new Set<string>()
  await fs.mkdir(uploadsFolder(), { recursive: true })
  for (const name of (await fs.readdir(folder)).sort()) {
    if (name === manifestName) continue
    const why = await whyOutside(folder, name)
    if (why !== undefined) {
      leave(name, why)
      continue
    }
    files.add(name)
    await fs.copyFile(path.join(folder, name), path.join(uploadsFolder(), name), fs.constants.COPYFILE_EXCL).catch((error: unknown) => {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
    })
  }
  return files
}

const readManifest = async (folder: string, leave: Leave): Promise<Attachment[]> => {
  const file = path.join(folder, manifestName)
  if (!((await fs.lstat(file).catch(() => null))?.isFile() ?? false)) return []
  const entries = z.array(z.unknown()).safeParse(parse(await fs.readFile(file, 'utf8')))
  if (!entries.success) {
    leave(manifestName, 'l’elenco non si può leggere')
    return []
  }
  return entries.data.flatMap((entry) => {
    if (attachmentSchema.safeParse(entry).success) return [entry as Attachment]
    const url = z.object({ url: z.string() }).safeParse(entry)
    leave(url.success ? fileOf(url.data) : manifestName, 'la descrizione non è quella di un file della libreria')
    return []
  })
}

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
