// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { readOpenCity } from './opencity'
import { toDay, toHours, toSpans } from './opencity-hours'

const service = {
  id: 1,
  class: 'public_service',
  name: 'Sala pubblica',
  abstract: '<p>Prenota una <b>sala</b></p>',
  audience: '<ul><li>Cittadini</li></ul>',
  applicants: '<p>Maggiorenni</p>',
  how_to: '<p>Vai allo <a href="/Servizi/Sale">sportello</a></p>',
  has_cost: [
    { characteristic: 'tariffa', description: 'mezza giornata', value: '16.00', currency: 'Euro' },
    { characteristic: 'cauzione', description: '', value: '0', currency: 'Euro' },
  ],
  has_processing_time: '30',
  has_channel: [{ id: 5, class: 'channel', name: 'SpaziComuni' }],
  has_authentication_method: ['Nessuna'],
  produces_output: [{ id: 6, class: 'output', name: 'Autorizzazione' }],
  holds_role_in_time_ufficio: [{ id: 2, class: 'office', name: 'Sale' }],
  has_online_contact_point: [{ id: 3, class: 'online_contact_point', name: 'Segreteria' }],
  is_physically_available_at: [{ id: 4, class: 'place', name: 'Palazzo' }],
  has_service_status: ['Sospeso'],
  status_note: 'Fino ad aprile',
  type: ['Edilizia e urbanistica', 'Turismo'],
  topics: [
    { id: 7, class: 'topic', name: 'Spazio verde' },
    { id: 8, class: 'topic', name: 'Giovane' },
  ],
}
const linked = [
  {
    id: 2,
    class: 'office',
    name: 'Sale',
    type: ['Servizio'],
    has_spatial_coverage: [{ id: 4, class: 'place', name: 'Palazzo' }],
    has_online_contact_point: [{ id: 3, class: 'online_contact_point', name: 'S' }],
  },
  {
    id: 3,
    class: 'online_contact_point',
    name: 'Segreteria',
    contact: [
      { type: 'E-mail', value: 'sale@comune.example', contact: 'Segreteria' },
      { type: '', value: 'Fax', contact: '0461 889109' },
    ],
  },
  { id: 4, class: 'place', name: 'Palazzo', has_address: { address: 'Via Roma, 1', latitude: 46, longitude: 11 } },
  { id: 5, class: 'channel', name: 'SpaziComuni', channel_url: 'https://comune.example/prenota|vai a SpaziComuni' },
  { id: 6, class: 'output', name: 'Autorizzazione' },
]
const rowsOf = (things: unknown[]) => readOpenCity([{ file: 'a.json', content: things }], 'c_l378').rows
const rawOf = (things: unknown[], list: string) => rowsOf(things).find((row) => row.list === list)?.raw as Record<string, unknown>

describe('a service of OpenCity', () => {
  it('becomes a sheet of the Modello Comuni', () => {
    expect(rawOf([service, ...linked], 'sheets')).toEqual({
      id: 1,
      ente: 'c_l378',
      locale: 'it',
      title: 'Sala pubblica',
      summary: '<p>Prenota una <b>sala</b></p>',
      audience: '- Cittadini\n\n**Chi può fare domanda**\n\nMaggiorenni',
      howTo: 'Vai allo sportello',
      outcome: 'Autorizzazione',
      times: 'Tempo massimo: 30 giorni.',
      costs: '- Tariffa: **16,00 €** (mezza giornata)\n- Cauzione: gratuito',
      access:
        '**Online**\n\n- [Vai a SpaziComuni](https://comune.example/prenota)\n\n**Come ci si identifica**\n\nNon serve identificarsi.\n\n**Allo sportello**\n\n- Palazzo, Via Roma, 1',
      keywords: ['Giovane'],
      category: ['Catasto e urbanistica', 'Turismo'],
      topics: ['Spazio verde'],
      offices: ['2'],
      contactPoints: ['3'],
      places: ['4'],
      onlineUrl: 'https://comune.example/prenota',
      onlineLabel: 'Vai a SpaziComuni',
      active: false,
      inactiveReason: 'Fino ad aprile',
      provenance: 'OpenCity',
    })
  })

  it('comes in alone too: what it points at is named, and the names are kept', () => {
    const [row] = rowsOf([service])
    expect(row?.raw).not.toHaveProperty('offices')
    expect(row?.raw).toMatchObject({ contacts: '- Sale\n- Segreteria' })
    expect(row?.warnings.filter((warning) => warning.includes('non è fra i file dati'))).toHaveLength(4)
  })

  it.each([
    [[{ characteristic: '', description: '', value: '0', currency: 'Euro' }], 'Il servizio è gratuito.'],
    [[{ characteristic: '', description: '', value: '', currency: 'Euro' }], undefined],
    [[{ characteristic: 'Anticipo', description: '', value: '47,7', currency: 'Euro' }], '- Anticipo: **47,70 €**'],
  ])('costs %j are told as %s', (has_cost, costs) => {
    expect(rawOf([{ ...service, has_cost }], 'sheets').costs).toBe(costs)
  })
})

describe('what a service points at', () => {
  it('an office keeps its place and its mail', () => {
    expect(rawOf(linked, 'offices')).toMatchObject({
      name: 'Sale',
      kind: 'ufficio',
      places: ['4'],
      contactPoints: ['3'],
      email: 'sale@comune.example',
    })
  })
  it('a contact whose columns are shifted is read by its value', () => {
    expect(rawOf(linked, 'contactPoints').entries).toEqual([
      { type: 'email', value: 'sale@comune.example', label: 'Segreteria' },
      { type: 'fax', value: '0461 889109' },
    ])
  })
  it('an organisation becomes the Ente, and tells whose the rest is', () => {
    const things = [
      {
        id: 9,
        class: 'public_organization',
        name: 'Comune di Trento',
        legal_name: 'Comune di Trento',
        ipacode: 'c_l378',
        legal_status_code: ['Comune'],
      },
      service,
    ]
    const { rows } = readOpenCity([{ file: 'a.json', content: things }])
    expect(rows.map(({ raw }) => raw)).toMatchObject([{ code: 'c_l378', kind: 'comune' }, { ente: 'c_l378' }])
  })
  it('without an organisation somebody must say whose it is', () => {
    expect(readOpenCity([{ file: 'a.json', content: [service] }]).fault).toContain('--ente')
  })
})

describe('opening hours', () => {
  it.each([
    ['8.00 - 12.00', [{ opens: '08:00', closes: '12:00' }]],
    ['8 - 16', [{ opens: '08:00', closes: '16:00' }]],
    [
      '8.30-12.30 / 14:00-16:00',
      [
        { opens: '08:30', closes: '12:30' },
        { opens: '14:00', closes: '16:00' },
      ],
    ],
    ['CHIUSO', []],
    ['', []],
  ])('%s', (cell, spans) => {
    expect(toSpans(cell)).toEqual(spans)
  })
  it('of two rows are one week', () => {
    const opening_hours = [{ monday: '8.00 - 12.00', thursday: '8.00 - 12.00' }, { thursday: '14.00 - 16.00' }]
    expect(toHours({ class: 'opening_hours_specification', opening_hours })).toEqual([
      { day: 'mon', opens: '08:00', closes: '12:00' },
      { day: 'thu', opens: '08:00', closes: '12:00' },
      { day: 'thu', opens: '14:00', closes: '16:00' },
    ])
  })
  it('a year that stands for never is no date', () => {
    expect(toDay('9999-02-01T17:01:24+01:00')).toBeUndefined()
    expect(toDay('2019-09-01T18:21:25+02:00')).toBe('1 settembre 2019')
  })
})
