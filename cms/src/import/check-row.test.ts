// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ImportList } from '@linea-comune/config'
import { describe, expect, it } from 'vitest'
import { checkRow, type CheckResult } from './check-row'

const check = (list: ImportList, raw: unknown, assigned?: string): CheckResult =>
  checkRow({ list, raw, file: 'prova.json', row: 1, format: 'template', warnings: [] }, assigned)
const faultsOf = (list: ImportList, raw: unknown, assigned?: string): Record<string, string> => {
  const result = check(list, raw, assigned)
  return Object.fromEntries(result.faults.map(({ field, reason }) => [field, reason]))
}
const sheet = { id: 'cie', ente: 'c_zz01', title: 'Carta d’identità', howTo: 'Prenota.' }

describe('a sheet', () => {
  it('needs an id, an Ente, a title and one text', () => {
    expect(check('sheets', sheet)).toMatchObject({ faults: [], row: { id: 'cie', ente: 'c_zz01', locale: 'it' } })
  })

  it('has all its faults named at once', () => {
    const faults = faultsOf('sheets', {
      ente: 'c_zz01',
      title: 'a b '.repeat(40) + 'c',
      locale: 'es',
      needed: 'Lorem ipsum dolor',
      costs: 'citt\ufffd',
      onlineUrl: 'javascript:alert(1)',
      topics: [1],
      reviewBy: 'domani',
    })
    expect(Object.keys(faults).sort()).toEqual(['costs', 'id', 'locale', 'needed', 'onlineUrl', 'reviewBy', 'title', 'topics[1]'])
    expect(faults.title).toBe('è troppo lungo: 161 caratteri, al massimo 160')
    expect(faults.id).toBe('manca: è obbligatorio')
  })

  it.each([
    [{ ...sheet, title: undefined }, 'title'],
    [{ ...sheet, title: '  ' }, 'title'],
    [{ ...sheet, title: '<p> </p>' }, 'title'],
    [{ ...sheet, howTo: undefined }, 'summary'],
    [{ ...sheet, howTo: '<p><br></p>' }, 'summary'],
    [{ ...sheet, howTo: null }, 'summary'],
    [{ ...sheet, howTo: 7 }, 'howTo'],
    [{ ...sheet, ente: undefined }, 'ente'],
    [{ ...sheet, summary: 'a'.repeat(1001) }, 'summary'],
    ['una riga', ''],
    [null, ''],
  ])('%j is refused for %s', (raw, field) => {
    expect(Object.keys(faultsOf('sheets', raw))).toEqual([field])
  })

  it('read in the wrong encoding is corrected where there is only one way to, and says so', () => {
    const result = check('sheets', { ...sheet, costs: 'Ã¨ gratuito' })
    expect(result).toMatchObject({ faults: [], row: { data: { costs: 'è gratuito' } } })
    expect(result.warnings).toEqual(['costs: corretta la codifica dei caratteri («Ã¨ gratuito»)'])
  })

  it('that is a draft may have nothing but its title', () => {
    expect(check('sheets', { ...sheet, howTo: '', status: 'draft' })).toMatchObject({ faults: [], row: { status: 'draft' } })
  })

  it('of an export is taken to the last space', () => {
    const raw = { ...sheet, title: ' Carta  ', summary: 'In aggiornamento', howTo: '<b>Prenota</b> ', keywords: ['a', 'a'] }
    const result = checkRow({ list: 'sheets', raw, file: 'ente.json', row: 1, format: 'export', warnings: [] })
    expect(result).toMatchObject({ faults: [], row: { data: raw } })
  })

  it('of the federation says null', () => {
    expect(check('sheets', { ...sheet, ente: null })).toMatchObject({ faults: [], row: { ente: null } })
  })

  it('without an Ente gets the one that was asked for, and one of another Ente is refused', () => {
    expect(check('sheets', { ...sheet, ente: null }, 'c_zz02')).toMatchObject({ faults: [], row: { ente: 'c_zz02' } })
    expect(faultsOf('sheets', sheet, 'c_zz02')).toEqual({ ente: 'è dell’Ente c_zz01, ma l’importazione è per c_zz02' })
  })

  it('keeps what is known when there are keys that are not, and says so', () => {
    const result = check('sheets', { ...sheet, colore: 'blu' })
    expect(result.warnings).toEqual(['campi non previsti, non importati: colore'])
  })

  it('takes categories as a word or as a list, and lists as one string', () => {
    expect(check('sheets', { ...sheet, category: 'Turismo', keywords: 'carta | documento' })).toMatchObject({
      faults: [],
      row: { data: { category: ['Turismo'], keywords: ['carta', 'documento'] } },
    })
  })
})

describe('other rows', () => {
  it('a FAQ needs its answer', () => {
    expect(faultsOf('faqs', { id: 'a', ente: null, question: 'Dove?' })).toEqual({ answer: 'manca la risposta' })
  })
  it('a contact point needs somebody to reach', () => {
    expect(Object.keys(faultsOf('contactPoints', { id: 'a', ente: 'c_zz01', name: 'URP' }))).toEqual(['entries'])
  })
  it('hours have four digits', () => {
    expect(
      faultsOf('places', { id: 'a', ente: 'c_zz01', name: 'Municipio', hours: [{ day: 'mon', opens: '9', closes: '12:00' }] }),
    ).toEqual({
      'hours[1].opens': 'l’orario va scritto con quattro cifre, come 09:00',
    })
  })
})

describe('a row of an export', () => {
  const exported = (onlineUrl: string) =>
    checkRow({ list: 'sheets', raw: { ...sheet, onlineUrl }, file: 'ente.json', row: 1, format: 'export', warnings: [] }).faults

  it('keeps a link that is no address as it was, and is refused for one that a browser would run', () => {
    expect(exported('non è un indirizzo')).toEqual([])
    expect(exported('javascript:alert(1)')).toEqual([
      { field: 'onlineUrl', reason: 'non è un indirizzo web: deve cominciare con http:// o https://' },
    ])
  })
})
