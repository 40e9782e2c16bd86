// SPDX-License-Identifier: AGPL-3.0-or-later
import { createReadStream } from 'node:fs'
import fs from 'node:fs/promises'
import path from 'node:path'

/** Why nothing of a file can be used, in a sentence. */
export class FileFault extends Error {
  constructor(readonly reason: string) {
    super(reason)
    this.name = 'FileFault'
  }
}

/** A file read piece by piece, as often as asked: it may be larger than what memory should hold. */
export interface TextFile {
  /** As reports call it. */
  name: string
  sizeBytes: number
  /** Its beginning: enough to tell what it is. */
  head: string
  /** The whole text, without byte order mark and with plain line ends. */
  chunks(): AsyncIterable<string>
}

const headBytes = 64 * 1024
const chunkBytes = 256 * 1024

export const openTextFile = async (filePath: string): Promise<TextFile> => {
  try {
    const file = await fs.open(filePath)
    try {
      const { size } = await file.stat()
      const { buffer, bytesRead } = await file.read(Buffer.alloc(headBytes), 0, headBytes, 0)
      // Spreadsheets also save "Unicode text": UTF-16 with its mark.
      const encoding = buffer[0] === 0xff && buffer[1] === 0xfe ? 'utf16le' : 'utf8'
      const head = plainLineEnds(withoutMark(buffer.toString(encoding, 0, bytesRead)))
      if (head.trim() === '') throw new FileFault('è vuoto')
      const chunks = (): AsyncIterable<string> => plainText(createReadStream(filePath, { encoding, highWaterMark: chunkBytes }))
      return { name: path.basename(filePath), sizeBytes: size, head, chunks }
    } finally {
      await file.close()
    }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (error instanceof FileFault) throw error
    if (code === 'ENOENT') throw new FileFault(`il file non esiste (${filePath})`)
    throw new FileFault(code === 'EISDIR' ? 'è una cartella, non un file' : `non si può leggere (${code ?? String(error)})`)
  }
}

/** A text that is in memory already. */
export const textFileOf = (name: string, text: string): TextFile => ({
  name,
  sizeBytes: Buffer.byteLength(text),
  head: plainLineEnds(withoutMark(text)),
  // eslint-disable-next-line @typescript-eslint/require-await -- a file that is read at once
  chunks: async function* () {
    yield plainLineEnds(withoutMark(text))
  },
})

export const wholeText = async (file: TextFile): Promise<string> => {
  const chunks: string[] = []
  for await (const chunk of file.chunks()) chunks.push(chunk)
  return chunks.join('')
}

const withoutMark = (text: string): string => (text.startsWith('\ufeff') ? text.slice(1) : text)
const plainLineEnds = (text: string): string => text.replaceAll('\r\n', '\n')

const plainText = async function* (stream: AsyncIterable<unknown>): AsyncGenerator<string> {
  let first = true
  let held = ''
  for await (const chunk of stream) {
    let text = held + String(chunk)
    if (first) text = withoutMark(text)
    first = false
    // Half of a line end waits for its other half.
    held = text.endsWith('\r') ? '\r' : ''
    yield plainLineEnds(held === '' ? text : text.slice(0, -1))
  }
  if (held !== '') yield held
}
