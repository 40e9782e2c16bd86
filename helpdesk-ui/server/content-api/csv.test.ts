// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { writeCsv } from './csv.js'

const cellOf = (value: string | number | boolean | null): string =>
  writeCsv([{ name: 'x', field: 'value', value: (item: { value: typeof value }) => item.value }], [{ value }])
    .split('\r\n')
    .slice(1, -1)
    .join('\r\n')

describe('a cell', () => {
  it.each([
    ['plain', 'plain'],
    ['a, b', '"a, b"'],
    ['detto «così» e "cosà"', '"detto «così» e ""cosà"""'],
    ['una riga\ne un’altra', '"una riga\ne un’altra"'],
    ['=1+1', "'=1+1"],
    ['+39 0555 010201', "'+39 0555 010201"],
    ['-- niente', "'-- niente"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1', "'\t'=1"],
    [' =1+1', "' =1+1"],
    ['a;=1+cmd|x', '"a;\'=1+cmd|x"'],
    ['detto "così"; @SUM(A1)', '"detto ""così""; \'@SUM(A1)"'],
    ['prima\n=1+1', '"prima\n\'=1+1"'],
    ['Serve:\n- la carta\n- il modulo', '"Serve:\n• la carta\n• il modulo"'],
    ['- la carta', '• la carta'],
    ['lunedì; martedì - venerdì', '"lunedì; martedì - venerdì"'],
    ['＝1+1', "'＝1+1"],
    ['22,21 € = prezzo', '"22,21 € = prezzo"'],
    [true, 'true'],
    [null, ''],
    ['', ''],
  ])('%j is written %s', (value, written) => {
    expect(cellOf(value)).toBe(written)
  })
})
