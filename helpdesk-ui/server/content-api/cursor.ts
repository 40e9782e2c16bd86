// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ContentPosition } from '@linea-comune/search'
import { z } from '@hono/zod-openapi'
import type { Sorting } from './parameters.js'

type Ordering = Sorting | 'relevance'

const content = z.tuple([z.string(), z.union([z.string().max(400), z.number()]), z.string().max(200)])

/** Where a page ended, for the caller to bring back. It says in which order, since a place in one order is none in another. */
export const writeCursor = (ordering: Ordering, { value, id }: ContentPosition): string =>
  Buffer.from(JSON.stringify([ordering, value, id])).toString('base64url')

/** Null when it is not a cursor of ours, or of another order. */
export const readCursor = (ordering: Ordering, cursor: string): ContentPosition | null => {
  try {
    const [from, value, id] = content.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString()))
    const isText = ordering === 'title' || ordering === '-title'
    return from === ordering && isText === (typeof value === 'string') ? { value, id } : null
  } catch {
    return null
  }
}
