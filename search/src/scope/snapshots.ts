// SPDX-License-Identifier: AGPL-3.0-or-later
import { appendFile, mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { StampedRecord } from '../documents/to-documents.js'

/** What each owner has published, on disk: questions are answered from it while the engine is away. */
export interface Snapshots {
  /** Puts all documents of an owner in the place of what was kept. */
  replace(owner: string, documents: readonly StampedRecord[]): void
  /** Adds newer states of some documents. */
  add(owner: string, documents: readonly StampedRecord[]): void
  /** The newest state of each document; null when nothing was ever kept. */
  read(owner: string): Promise<StampedRecord[] | null>
}

const lines = (documents: readonly StampedRecord[]): string => documents.map((document) => `${JSON.stringify(document)}\n`).join('')

/**
 * A file for each owner, a line for each document; a later line is newer. A process that is killed while writing leaves half a line at
 * the end, which is passed over.
 * @param onError a full disk is no reason not to answer
 */
export const createSnapshots = (folder: string, onError: (error: unknown) => void): Snapshots => {
  const writing = new Map<string, Promise<void>>()
  // Codes of Enti hold letters, digits and underscores; whatever else comes stays in the folder.
  const fileOf = (owner: string): string => join(folder, `${encodeURIComponent(owner).replaceAll('.', '%2E')}.jsonl`)

  /** One write after the other for each owner. */
  const then = (owner: string, write: () => Promise<void>): void => {
    const done = (writing.get(owner) ?? Promise.resolve()).then(write).catch(onError)
    writing.set(owner, done)
    void done.then(() => {
      if (writing.get(owner) === done) writing.delete(owner)
    })
  }

  return {
    replace: (owner, documents) => {
      then(owner, async () => {
        await mkdir(folder, { recursive: true, mode: 0o700 })
        const file = fileOf(owner)
        await writeFile(`${file}.new`, lines(documents), { mode: 0o600 })
        await rename(`${file}.new`, file)
      })
    },
    add: (owner, documents) => {
      then(owner, () => appendFile(fileOf(owner), lines(documents)))
    },
    read: async (owner) => {
      await writing.get(owner)
      const text = await readFile(fileOf(owner), 'utf8').catch(() => null)
      if (text === null) return null
      const documents = new Map<string, StampedRecord>()
      for (const line of text.split('\n')) {
        const document = parse(line)
        if (document !== null) documents.set(document.id, document)
      }
      return [...documents.values()]
    },
  }
}

const parse = (line: string): StampedRecord | null => {
  try {
    return line === '' ? null : (JSON.parse(line) as StampedRecord)
  } catch {
    return null
  }
}
