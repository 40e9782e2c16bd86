// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ContentEntry, ContentReader, StampedPage } from '@linea-comune/search'
import { expect, it } from 'vitest'
import { createFragments, type Shape } from './fragments.js'

// Only what the fragments look at.
const entry = (id: string, stamp = 1): ContentEntry => ({ id, stamp }) as ContentEntry
const whole: Shape = { enteSlug: null, fields: null }

const setUp = (mostBytes?: number) => {
  const asked: string[] = []
  const stamps: Record<string, number> = {}
  const reader = {
    pages: (entries: readonly ContentEntry[]) => {
      asked.push(...entries.map(({ id }) => id))
      return Promise.resolve(
        new Map(entries.filter(({ id }) => id !== 'gone').map(({ id }) => [id, { id, stamp: stamps[id] ?? 1 } as StampedPage])),
      )
    },
  } as unknown as ContentReader
  const fragments = createFragments(reader, ({ id, stamp }) => ({ id, title: `Titolo ${id}`, stamp }), mostBytes)
  const read = async (entries: ContentEntry[], shape: Shape = whole) =>
    (await fragments.of(entries, () => shape)).map((piece) => JSON.parse(Buffer.from(piece).toString()) as Record<string, unknown>)
  return { read, asked, stamps }
}

it('an item is fetched once, and again when it was written anew', async () => {
  const { read, asked, stamps } = setUp()
  await read([entry('a'), entry('b')])
  expect(await read([entry('b'), entry('a')])).toMatchObject([{ id: 'b' }, { id: 'a' }])
  expect(asked).toEqual(['a', 'b'])
  stamps.a = 2
  expect(await read([entry('a', 2)])).toMatchObject([{ stamp: 2 }])
  expect(asked).toEqual(['a', 'b', 'a'])
})

it('some fields of an item come from the item that is there', async () => {
  const { read, asked } = setUp()
  expect(await read([entry('a')], { enteSlug: null, fields: ['title'] })).toEqual([{ id: 'a', title: 'Titolo a' }])
  expect(await read([entry('a')])).toMatchObject([{ stamp: 1 }])
  expect(await read([entry('a')], { enteSlug: null, fields: ['stamp'] })).toEqual([{ id: 'a', stamp: 1 }])
  expect(asked).toEqual(['a'])
})

it('an item that was removed a moment ago is left out', async () => {
  const { read } = setUp()
  expect(await read([entry('a'), entry('gone')])).toHaveLength(1)
})

it('a newer version than the entry’s is shown and not remembered under the old one', async () => {
  const { read, asked, stamps } = setUp()
  stamps.a = 2
  expect(await read([entry('a', 1)])).toMatchObject([{ stamp: 2 }])
  await read([entry('a', 2)])
  expect(asked).toEqual(['a', 'a'])
})

it('memory has an end: what was not asked for longest goes first', async () => {
  const { read, asked } = setUp(100)
  await read([entry('a')])
  await read([entry('b')])
  await read([entry('a')])
  await read([entry('c')])
  await read([entry('a')])
  await read([entry('b')])
  expect(asked).toEqual(['a', 'b', 'c', 'b'])
})
