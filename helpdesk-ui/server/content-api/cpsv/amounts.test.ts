// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { amountOf, durationOf } from './amounts.js'

describe('a processing time', () => {
  it.each([
    ['30 giorni', 'P30D'],
    ['Entro 30 giorni.', 'P30D'],
    ['massimo 1 giorno', 'P1D'],
    ['2 mesi', 'P2M'],
    ['48 ore', 'PT48H'],
    ['Il rilascio è immediato', null],
    ['30 giorni dalla domanda, salvo integrazioni', null],
    ['Dal 1 al 30 settembre', null],
    ['30 giorni lavorativi', null],
    ['', null],
  ])('“%s” is %s', (text, duration) => {
    expect(durationOf(text)).toBe(duration)
  })
})

describe('an amount', () => {
  it.each([
    ['22,21 €', 22.21],
    ['€ 16', 16],
    ['16,00 euro.', 16],
    ['1.250,00 €', 1250],
    ['Gratuito', 0],
    ['Il servizio è gratuito.', 0],
    ['16,00 € di bollo e 5,00 € di diritti', null],
    ['Secondo l’ISEE', null],
    ['', null],
  ])('“%s” is %s', (text, amount) => {
    expect(amountOf(text)).toBe(amount)
  })
})
