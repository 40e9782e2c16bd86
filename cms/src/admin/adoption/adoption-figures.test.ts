// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, test } from 'vitest'
import { enteRows, figuresOf, ownTexts, type Row } from './adoption-figures'

const adoption = (code: string, version: number, facts: Partial<Row['adoptions'][number]> = {}): Row['adoptions'][number] => ({
  enteCode: code,
  ente: { code, name: `Comune ${code}` },
  documentId: code,
  version,
  published: true,
  own: [],
  inherited: [],
  missing: [],
  proposalId: null,
  ...facts,
})
const row: Row = {
  modelId: 'm',
  kind: 'sheet',
  title: 'Residenza',
  version: 2,
  adoptions: [
    adoption('a', 2, { own: ['costs'] }),
    adoption('b', 1, { own: ['costs', 'howTo'], proposalId: 'p' }),
    adoption('c', 1, { missing: ['offices'] }),
  ],
  declined: [{ ente: { code: 'c', name: 'Comune c' }, version: 2, reason: 'Da noi no', decidedOn: '2026-01-01' }],
}

test('the centre sees who follows, who differs and who waits', () => {
  expect(figuresOf(row)).toEqual({ adopters: 3, upToDate: 1, diverging: 2, lacking: 1, waiting: 1, declined: 1 })
})

test('the texts that many write themselves come first', () => {
  expect(ownTexts(row)).toEqual([
    { key: 'costs', enti: 2 },
    { key: 'howTo', enti: 1 },
  ])
})

test('a refusal stands with the Ente that gave it', () => {
  expect(enteRows(row).map(({ name, declined }) => `${name}: ${declined.map(({ reason }) => reason).join()}`)).toEqual([
    'Comune a: ',
    'Comune b: ',
    'Comune c: Da noi no',
  ])
})
