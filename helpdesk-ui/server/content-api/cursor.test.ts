// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { readCursor, writeCursor } from './cursor.js'

const encode = (content: unknown): string => Buffer.from(JSON.stringify(content)).toString('base64url')

describe('a cursor', () => {
  it.each([
    ['title', { value: 'carta d’identità', id: 'c_a_x_it' }],
    ['-updated', { value: 1_790_000_000, id: 'c_a_x_it' }],
    ['relevance', { value: 25, id: 'c_a_x_it' }],
  ] as const)('by %s comes back as it went', (ordering, position) => {
    expect(readCursor(ordering, writeCursor(ordering, position))).toEqual(position)
  })

  it.each([
    ['of another order', writeCursor('-title', { value: 'a', id: 'b' })],
    ['with a number for a title', encode(['title', 5, 'x'])],
    ['with something else inside', encode({ a: 1 })],
    ['that is none', 'ciao'],
    ['that is empty', ''],
  ])('%s is refused', (_what, cursor) => {
    expect(readCursor('title', cursor)).toBeNull()
  })
})
