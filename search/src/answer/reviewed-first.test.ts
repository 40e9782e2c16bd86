// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import type { QuestionDocument } from '../documents/question-document.js'
import { reviewedFirst } from './reviewed-first.js'

const now = new Date('2026-11-24T12:00:00Z')
const text = (title: string, score: number, reviewBy: string | null = null) => ({
  ranked: { score, document: () => ({ title, reviewBy }) as QuestionDocument },
})
const order = (...items: ReturnType<typeof text>[]): string[] => reviewedFirst(items, now).map(({ ranked }) => ranked.document().title)

describe('of the texts that are offered', () => {
  it.each<[what: string, given: ReturnType<typeof text>[], first: string]>([
    ['the best stays first while its review is not due', [text('best', 3, '2026-11-24'), text('other', 2.9)], 'best'],
    [
      'one that was due yesterday gives way to one that answers about as well',
      [text('best', 3, '2026-11-23'), text('other', 2.5)],
      'other',
    ],
    ['… but not to one that answers much worse', [text('best', 3, '2026-11-23'), text('other', 2)], 'best'],
    ['… nor to another that is overdue', [text('best', 3, '2026-11-23'), text('other', 2.9, '2025-01-01')], 'best'],
    ['a single one is shown whenever it was due', [text('best', 3, '2020-01-01')], 'best'],
  ])('%s', (_, given, first) => {
    expect(order(...given)[0]).toBe(first)
  })

  it('none is lost, and none comes between those that answer much worse', () => {
    expect(order(text('a', 3, '2026-01-01'), text('b', 2.9), text('c', 1, '2026-01-01'))).toEqual(['b', 'a', 'c'])
    expect(order()).toEqual([])
  })
})
