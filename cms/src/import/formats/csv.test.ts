// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import type { RawRow } from '../import-row'
import { textFileOf } from '../read/text-file'
import { looksLikeCsv, readCsv } from './csv'

const rowsIn = async (text: string): Promise<RawRow[]> => {
  const rows: RawRow[] = []
  for await (const row of readCsv(textFileOf('schede.csv', text))) rows.push(row)
  return rows
}

describe('a CSV of sheets', () => {
  it('has its rows named by the line where they begin', async () => {
    const text = '\ufeffid;ente;title;howTo;keywords\r\na;c_zz01;Prima;"due\r\nrighe";x|y\r\n\r\nb;;Seconda;"con ; dentro";\r\n'
    expect((await rowsIn(text)).map(({ list, row, raw }) => ({ list, row, raw }))).toEqual([
      { list: 'sheets', row: 2, raw: { id: 'a', ente: 'c_zz01', title: 'Prima', howTo: 'due\nrighe', keywords: 'x|y' } },
      { list: 'sheets', row: 5, raw: { id: 'b', ente: null, title: 'Seconda', howTo: 'con ; dentro' } },
    ])
  })

  it('may use commas, and headings in any case', async () => {
    const [row] = await rowsIn('ID,Ente,Title,How To\na,federazione,Prima,"uno, due"\n')
    expect(row?.raw).toEqual({ id: 'a', ente: null, title: 'Prima', howTo: 'uno, due' })
  })

  it('does not believe a row with more cells than columns', async () => {
    const [row] = await rowsIn('id;ente;title\na;c_zz01;Prima; seconda\n')
    expect(row?.faults?.[0]?.reason).toContain('celle in più')
  })

  it('that breaks off inside quotes is not readable', async () => {
    await expect(rowsIn('id;ente;title\na;c_zz01;"Prima\n')).rejects.toThrow('non è un CSV leggibile')
  })
})

it('FAQs are told by their question', async () => {
  const [row] = await rowsIn('id;ente;question;phrasings;answer\na;c_zz01;Dove?;ma dove|dove vado;Qui.\n')
  expect(row).toMatchObject({ list: 'faqs', raw: { phrasings: 'ma dove|dove vado' } })
})

it.each([
  ['id;ente;title', true],
  ['\ufeff"id","ente","question"', true],
  ['nome;cognome', false],
  ['{"sheets":[]}', false],
])('%s is one of ours: %s', (text, ours) => {
  expect(looksLikeCsv(textFileOf('a.csv', text))).toBe(ours)
})
