// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { toSnippet, toTextBlocks } from './text-blocks'

describe('the text of an answer', () => {
  it('is laid out in paragraphs and lists', () => {
    expect(toTextBlocks('Serve:\n- la tessera\n- una foto\n\nPoi aspetta.')).toEqual([
      { kind: 'paragraph', line: 'Serve:' },
      { kind: 'list', lines: ['la tessera', 'una foto'] },
      { kind: 'paragraph', line: 'Poi aspetta.' },
    ])
  })
  it.each([
    ['a dash inside a line', 'lunedì 9 - 12'],
    ['a negative number', '-5 gradi'],
    ['a dash alone', '-'],
    ['markup', '<ul><li>- x</li></ul>'],
  ])('takes %s as it was written', (_name, line) => {
    expect(toTextBlocks(line)).toEqual([{ kind: 'paragraph', line }])
  })
  it('has no blocks when it is empty', () => {
    expect(toTextBlocks(' \n ')).toEqual([])
  })
  it('shows its lists by dots in a snippet', () => {
    expect(toSnippet('Serve:\n- a\n- b')).toBe('Serve:\n• a\n• b')
  })
})
