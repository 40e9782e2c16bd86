// SPDX-License-Identifier: AGPL-3.0-or-later
import { createWriteStream } from 'node:fs'
import path from 'node:path'
import { finished } from 'node:stream/promises'
import type { Core } from '@strapi/strapi'
import { exportFormat, importLists, type ImportList } from '@linea-comune/config'
import { claimFolder } from './claim-folder'
import { loadContent, type Owner } from './load-content'
import { uploadsIn, writeAttachments } from './write-attachments'

export interface ExportResult {
  file: string
  counts: Record<ImportList, number>
  /** Of these rows, those that nobody reads yet. */
  drafts: number
  attachments: number
  warnings: string[]
}

/**
 * Writes everything of an owner into a folder: a file of the import template, and the files that its texts lead to. Throws
 * `FolderNotOurs`, having touched nothing, where there are files of somebody else's.
 */
export const writeExport = async (strapi: Core.Strapi, owner: Owner, folder: string): Promise<ExportResult> => {
  const file = path.join(folder, owner.code === null ? 'federazione.json' : 'ente.json')
  await claimFolder(file)
  const counts = Object.fromEntries(importLists.map((list) => [list, 0])) as Record<ImportList, number>
  const result: ExportResult = { file, counts, drafts: 0, attachments: 0, warnings: [] }
  const warn = (sentence: string): void => void result.warnings.push(sentence)
  const uploads = new Set<string>()

  const stream = createWriteStream(file)
  const done = finished(stream)
  const put = async (text: string): Promise<void> => {
    if (!stream.write(text)) await Promise.race([new Promise<void>((resolve) => stream.once('drain', resolve)), done])
  }
  await put(`{\n  "format": "${exportFormat}",\n  "version": 1`)
  let under: ImportList | undefined
  const open = async (list: ImportList | undefined): Promise<void> => {
    // Lists without rows are there too, so that a person sees that they are empty.
    const from = under === undefined ? 0 : importLists.indexOf(under) + 1
    const to = list === undefined ? importLists.length : importLists.indexOf(list)
    if (under !== undefined) await put('\n  ]')
    for (const empty of importLists.slice(from, to)) await put(`,\n  "${empty}": []`)
    if (list !== undefined) await put(`,\n  "${list}": [`)
    under = list
  }
  for await (const { list, row } of loadContent(strapi, owner, warn)) {
    if (list !== under) await open(list)
    await put(`${counts[list] === 0 ? '' : ','}\n    ${JSON.stringify(row, null, 2).replaceAll('\n', '\n    ')}`)
    counts[list]++
    if (row.status === 'draft') result.drafts++
    for (const name of uploadsIn(row)) uploads.add(name)
  }
  await open(undefined)
  await put('\n}\n')
  stream.end()
  await done
  result.attachments = await writeAttachments(strapi, uploads, folder, warn)
  return result
}
