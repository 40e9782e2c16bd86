// SPDX-License-Identifier: AGPL-3.0-or-later
import { randomUUID } from 'node:crypto'
import { closeSync, mkdirSync, openSync, readSync, rmSync, writeSync } from 'node:fs'
import { join } from 'node:path'

/** A piece of a file. */
export interface Extent {
  start: number
  length: number
}

/** Room on disk for what does not fit into memory. It ends with the process, whichever way that ends. */
export interface Spill {
  write: (bytes: Uint8Array) => Extent
  read: (extent: Extent) => Buffer
  /** The same in memory that may be longer, and is given back by whoever is done with it. */
  borrow: (extent: Extent) => ArrayBuffer
  giveBack: (memory: ArrayBuffer) => void
  /** Somebody else may have this room. */
  free: (extent: Extent) => void
}

/** Room comes in whole blocks, so that what one leaves fits another: small ones on disk, larger ones in memory, where few sizes are kept. */
const blocks = (bytesEach: number) => ({
  bytesEach,
  of: (bytes: number): number => Math.max(1, Math.ceil(bytes / bytesEach)),
})
const onDisk = blocks(16 * 1024)
const inMemory = blocks(64 * 1024)
/** Memory of each size that nobody uses now: a fresh piece for each reading would be 200 MB of waste a second. */
const mostSpare = 4

/** Things of some sizes, each to be used again. */
const createSpare = <T>(most: number): { take: (size: number) => T | undefined; put: (size: number, thing: T) => void } => {
  const things = new Map<number, T[]>()
  return {
    take: (size) => things.get(size)?.pop(),
    put: (size, thing) => {
      const known = things.get(size)
      if (known === undefined) things.set(size, [thing])
      else if (known.length < most) known.push(thing)
    },
  }
}

/**
 * One file that nobody else can name: it is removed while it is open, and the system takes it away with its last user. It is read and
 * written at once, without waiting: what was written lately lies in the system's own memory, which takes microseconds.
 */
export const createSpill = (folder: string): Spill => {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, `shelves-${randomUUID()}`)
  const descriptor = openSync(file, 'wx+', 0o600)
  rmSync(file)
  process.once('exit', () => closeSync(descriptor))
  const room = createSpare<number>(Infinity)
  const memory = createSpare<ArrayBuffer>(mostSpare)
  let end = 0
  return {
    write: (bytes) => {
      const size = onDisk.of(bytes.length)
      let start = room.take(size)
      if (start === undefined) {
        start = end
        end += size * onDisk.bytesEach
      }
      writeSync(descriptor, bytes, 0, bytes.length, start)
      return { start, length: bytes.length }
    },
    read: ({ start, length }) => {
      const bytes = Buffer.allocUnsafe(length)
      readSync(descriptor, bytes, 0, length, start)
      return bytes
    },
    borrow: ({ start, length }) => {
      const size = inMemory.of(length)
      const bytes = memory.take(size) ?? new ArrayBuffer(size * inMemory.bytesEach)
      readSync(descriptor, new Uint8Array(bytes), 0, length, start)
      return bytes
    },
    giveBack: (bytes) => memory.put(inMemory.of(bytes.byteLength), bytes),
    free: ({ start, length }) => room.put(onDisk.of(length), start),
  }
}
