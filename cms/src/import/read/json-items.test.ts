// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, it } from 'vitest'
import { jsonItems, type JsonItem } from './json-items'
import { textFileOf } from './text-file'

const itemsOf = async (text: string): Promise<JsonItem[]> => {
  const items: JsonItem[] = []
  for await (const item of jsonItems(textFileOf('a.json', text))) items.push(item)
  return items
}

it('gives the items of the lists of an object, each with its place', async () => {
  expect(await itemsOf('{"format":"x","sheets":[{"id":1,"list":[[1],{"a":[]}]},"word",null],"faqs":[],"enti":{"a":1}}')).toEqual([
    { key: 'format', at: null, value: 'x' },
    { key: 'sheets', at: 1, value: { id: 1, list: [[1], { a: [] }] } },
    { key: 'sheets', at: 2, value: 'word' },
    { key: 'sheets', at: 3, value: null },
    { key: 'enti', at: null, value: { a: 1 } },
  ])
})

it('gives the items of a list', async () => {
  expect(await itemsOf('[[1,2],{"b":[{"c":true}]},3]')).toEqual([
    { key: null, at: 1, value: [1, 2] },
    { key: null, at: 2, value: { b: [{ c: true }] } },
    { key: null, at: 3, value: 3 },
  ])
})

it.each([
  ['{"sheets":[\n{"id":}]}', /segno fuori posto/],
  ['{"sheets":[{"id":1}', /finisce prima del previsto|segno fuori posto/],
])('%j is named with the place of its fault', async (text, sentence) => {
  await expect(itemsOf(text)).rejects.toThrow(sentence)
})

it('a file nested deeper than any format is refused in a sentence, however deep', async () => {
  const nested = (levels: number): string => `{"sheets":[{"id":1},{"id":${'['.repeat(levels)}${']'.repeat(levels)}}]}`
  expect(await itemsOf(nested(99))).toHaveLength(2)
  for (const levels of [100, 20_000]) await expect(itemsOf(nested(levels))).rejects.toThrow('ha più di 100 livelli')
})
