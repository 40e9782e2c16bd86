// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, test } from 'vitest'
import { judgeFaq, judgeSheet, type SheetFacts } from './completeness.js'

const enough: SheetFacts = {
  texts: new Set(['audience', 'howTo', 'needed', 'outcome', 'times']),
  title: 'Carta d’identità',
  summary: '',
  categories: 0,
  topics: 0,
  offices: 1,
  contactPoints: 0,
}
const all: SheetFacts = {
  ...enough,
  texts: new Set([...enough.texts, 'summary', 'access', 'conditions']),
  summary: 'In breve',
  categories: 1,
  topics: 1,
  contactPoints: 1,
}

describe('a sheet', () => {
  test.each([
    ['with nothing', { ...enough, texts: new Set<string>(), offices: 0 }, 'da-completare', 6],
    ['without an office', { ...enough, offices: 0 }, 'da-completare', 1],
    ['with the minimum', enough, 'pubblicabile', 0],
    ['with everything', all, 'completa', 0],
    ['with a title that is too long', { ...all, title: 'a'.repeat(61) }, 'pubblicabile', 0],
    ['with a summary that is too long', { ...all, summary: 'a'.repeat(256) }, 'pubblicabile', 0],
    ['that is reached online only', { ...all, texts: new Set([...enough.texts, 'summary', 'conditions', 'onlineUrl']) }, 'completa', 0],
  ])('%s is %s', (_name, facts, level, missing) => {
    const judgement = judgeSheet(facts)
    expect(judgement.level).toBe(level)
    expect(judgement.missing.minimum).toHaveLength(missing)
  })

  test('names what is missing as editors call it', () => {
    expect(judgeSheet({ ...enough, offices: 0, texts: new Set(['audience', 'howTo', 'needed', 'outcome']) }).missing.minimum).toEqual([
      'Tempi e scadenze',
      'Uffici competenti',
    ])
  })
})

test('a question needs an answer, and is complete with a topic', () => {
  expect(judgeFaq({ answer: false, topics: 1 }).level).toBe('da-completare')
  expect(judgeFaq({ answer: true, topics: 0 })).toMatchObject({ level: 'pubblicabile', missing: { complete: ['Argomenti'] } })
  expect(judgeFaq({ answer: true, topics: 1 }).level).toBe('completa')
})
