// SPDX-License-Identifier: AGPL-3.0-or-later
import path from 'node:path'
import type { Core } from '@strapi/strapi'
import { z } from 'zod'
import { settings } from '../settings'

export const attachmentsFolder = 'attachments'
export const manifestName = 'index.json'

export const uploadsFolder = (): string => path.join(settings().publicDir, 'uploads')

export const mediaLibrary = (strapi: Core.Strapi) => strapi.db.query('plugin::upload.file')

const short = z.string().max(255)
const count = z.number().nonnegative()

/** What the library deletes one day is `hash` and `ext` put together: they have to be the file that the address names. */
const namesOneFile = ({ url, hash, ext }: { url: string; hash: string; ext?: string | null | undefined }): boolean =>
  url === `/uploads/${hash}${ext ?? ''}` && /^[\w-][\w.-]*$/.test(`${hash}${ext ?? ''}`)

const place = { name: short, url: short, hash: short, ext: short.nullable(), mime: short, size: count }
const measures = { width: count.nullable(), height: count.nullable() }

/** A smaller picture that the library made of another. */
const smaller = z.strictObject({ ...place, ...measures, sizeInBytes: count.optional(), path: z.null().optional() }).refine(namesOneFile)

/** A file of the media library as it travels: what the library knows of it. Nothing else is taken in, and no number of a row. */
export const attachmentSchema = z
  .strictObject({
    ...place,
    ...measures,
    alternativeText: z.string().nullable(),
    caption: z.string().nullable(),
    formats: z.record(z.string(), smaller).nullable(),
  })
  .refine(namesOneFile)

export type Attachment = z.infer<typeof attachmentSchema>

/** In the order in which they are written. */
export const attachmentFields = [
  'name',
  'url',
  'hash',
  'ext',
  'mime',
  'size',
  'alternativeText',
  'caption',
  'width',
  'height',
  'formats',
] as const satisfies readonly (keyof Attachment)[]

export const fileOf = ({ url }: { url: string }): string => path.posix.basename(url)

export const smallerOf = (attachment: Attachment | null): string[] => Object.values(attachment?.formats ?? {}).map(fileOf)
