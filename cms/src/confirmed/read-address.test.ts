// SPDX-License-Identifier: AGPL-3.0-or-later
import { describe, expect, it } from 'vitest'
import { readAddress } from './read-address'

const sheet = { kind: 'sheet', ente: 'valdombra', name: 'carta-d-identita' }
const faq = { kind: 'faq', ente: 'valdombra', name: 'abc123' }

describe('an address that an editor copied', () => {
  it.each([
    ['http://localhost:3000/valdombra/servizi/carta-d-identita', sheet],
    ['/valdombra/servizi/carta-d-identita?lang=en#costs', sheet],
    ['https://comune.example/valdombra/servizi/carta-d-identita/', sheet],
    ['/valdombra/domande?domanda=abc123#abc123', faq],
    ['/valdombra/domande?domanda=abc123&lang=de', faq],
    ['/valdombra/domande#abc123', faq],
    ['/valdombra/domande', null],
    ['/valdombra/servizi', null],
    ['/valdombra/servizi/', null],
    ['/valdombra/uffici/anagrafe', null],
    ['/valdombra/servizi/uno/due', null],
    ['carta d’identità', null],
    ['http://[', null],
    ['/valdombra/servizi/%E0%A4%A', { kind: 'sheet', ente: 'valdombra', name: '%E0%A4%A' }],
    ['', null],
  ])('%s', (address, named) => {
    expect(readAddress(address)).toEqual(named)
  })
})
