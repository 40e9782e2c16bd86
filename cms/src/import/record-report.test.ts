// SPDX-License-Identifier: AGPL-3.0-or-later
import { expect, it } from 'vitest'
import { printReport } from './print-report'
import { openRecorder } from './record-report'

it('many rows with the same fault are one reason with a number, and memory holds a thousand of them', async () => {
  const recorder = openRecorder(['/tmp/schede.json'], false, '/tmp', false)
  for (let row = 1; row <= 1500; row++) {
    recorder.count('sheets', 'c_a', 'refused')
    const reason = `«${String(row)}» è troppo lungo: ${String(200 + row)} caratteri`
    await recorder.add('refused', { file: 'schede.json', row, list: 'sheets', id: `s${String(row)}`, field: 'title', reason })
  }
  recorder.count('sheets', 'c_b', 'drafted')
  await recorder.add('drafted', { file: 'schede.json', row: 9, list: 'sheets', id: 'x', field: '', reason: 'non ha nessun testo' })
  const report = await recorder.finish()
  expect(report.counts.sheets).toMatchObject({ refused: 1500, drafted: 1 })
  expect(report.byEnte).toMatchObject({ c_a: { refused: 1500 }, c_b: { drafted: 1 } })
  expect(report.refused).toHaveLength(1000)
  expect(report.reasons.map(({ part, rows }) => [part, rows])).toEqual([
    ['refused', 1500],
    ['drafted', 1],
  ])
  const printed = printReport(report)
  expect(printed).toContain('1500 righe, title: «…» è troppo lungo: N caratteri (per esempio schede.json, riga 1 (scheda «s1»))')
  expect(printed).toContain('schede.json, riga 9 (scheda «x»): non ha nessun testo')
  expect(printed.split('\n').length).toBeLessThan(30)
})
