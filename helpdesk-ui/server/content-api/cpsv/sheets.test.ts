// SPDX-License-Identifier: AGPL-3.0-or-later
import type { EntePage, SheetPage } from '@linea-comune/search'
import { beforeAll, describe, expect, it } from 'vitest'
import { addressesUnder } from './addresses.js'
import type { Graph } from './graph.js'
import { saySheet } from './sheets.js'
import { writeTurtle } from './write.js'

const section = (key: SheetPage['sections'][number]['key'], text: string) => ({ key, heading: key, html: '', text })
const place = {
  documentId: 'municipio',
  enteCode: 'c_v001',
  name: 'Municipio',
  summary: '',
  address: { street: 'Piazza della Tela, 8', postalCode: '99030', city: 'Valdombra' },
  latitude: 45.5,
  longitude: 11.25,
  access: '',
  hours: [],
  hoursNote: '',
  nameLocale: 'it' as const,
  summaryLocale: 'it' as const,
  translations: [],
  updatedAt: '2026-11-01T08:00:00.000Z',
}
const italian: SheetPage = {
  id: 'c_v001_carta_it',
  kind: 'sheet',
  scope: 'c_v001',
  documentId: 'carta',
  enteCode: 'c_v001',
  givesWayTo: [],
  outdatedSince: null,
  reviewBy: null,
  slugs: {},
  locale: 'it',
  slug: 'carta',
  title: 'Carta d’identità',
  summary: 'Come "chiederla".',
  active: true,
  inactiveReason: '',
  sections: [
    section('outcome', '- La carta\n- Il PIN'),
    section('costs', '22,21 €'),
    section('times', '6 giorni'),
    section('needed', 'Una foto'),
  ],
  keywords: ['cie'],
  categories: [{ code: '6', slug: 'anagrafe-e-stato-civile', name: 'Anagrafe e stato civile', nameLocale: 'it', translations: [] }],
  topics: [],
  lifeEvents: [
    { code: '9', slug: 'cambio-di-residenza-domicilio', name: 'Cambio di residenza/domicilio', nameLocale: 'it', translations: [] },
  ],
  offices: [
    {
      documentId: 'anagrafe',
      enteCode: 'c_v001',
      slug: 'anagrafe',
      name: 'Anagrafe',
      nameLocale: 'it',
      summary: '',
      summaryLocale: 'it',
      translations: [],
      hours: [{ day: 'mon', opens: '09:00', closes: '12:30' }],
      hoursNote: 'Chiuso in agosto.',
      places: [place],
      contactPoints: [
        {
          documentId: 'recapiti',
          enteCode: 'c_v001',
          name: 'Recapiti',
          entries: [
            { type: 'phone', value: '0555 010301', label: '' },
            { type: 'pec', value: 'anagrafe@pec.example', label: '' },
          ],
          hoursNote: '',
          updatedAt: '',
        },
      ],
      updatedAt: '',
    },
  ],
  contactPoints: [],
  places: [],
  onlineUrl: 'https://online.example/carta?x={1}',
  onlineLabel: 'Prenota',
  bookingUrl: '',
  locales: ['it', 'en'],
  updatedAt: '2026-11-01T08:00:00.000Z',
}
const english: SheetPage = {
  ...italian,
  id: 'c_v001_carta_en',
  locale: 'en',
  title: 'Identity card',
  summary: '',
  sections: [section('costs', '€22.21')],
  onlineLabel: '',
}
// Only what the graph takes from it.
const ente = {
  code: 'c_v001',
  name: 'Comune di Valdombra',
  summary: '',
  website: 'non è un indirizzo',
  phone: '',
  email: '',
  pec: '',
  hours: [],
  address: null,
} as unknown as EntePage

describe('a sheet as a public service', () => {
  let turtle = ''
  beforeAll(async () => {
    const graph: Graph = new Map()
    saySheet(graph, addressesUnder('https://sportello.example'), [italian, english], ente)
    turtle = await writeTurtle(graph)
  })

  it.each([
    ['its title in every language', 'dct:title "Carta d’identità"@it, "Identity card"@en'],
    ['a description, although the translation has no summary', 'dct:description "Come \\"chiederla\\"."@it, "€22.21"@en'],
    ['who answers for it', 'cv:hasCompetentAuthority <https://sportello.example/api/v1/enti/c_v001>'],
    [
      'its category in the national vocabulary',
      '<https://w3id.org/italia/controlled-vocabulary/classifications-for-public-services/public-services-subject-matters/6> a skos:Concept',
    ],
    ['the occasion, as an event', 'a cv:Event, cv:LifeEvent'],
    ['what it gives, named by its first line', 'dct:title "La carta"@it'],
    ['an amount that stands alone as a number', 'cv:hasValue "22.21"^^xsd:double'],
    ['a time that stands alone as a duration', 'cv:processingTime "P6D"^^xsd:duration'],
    ['the counter as a channel of the national vocabulary', 'channel/0111>'],
    ['the certified mail as another', 'schema:email "anagrafe@pec.example"'],
    ['its hours in words', '"lunedì 09:00–12:30"@it'],
    ['and for programs', 'schema:openingHours "Mo 09:00-12:30"'],
    ['where it is', 'locn:fullAddress "Piazza della Tela, 8, 99030 Valdombra"@it'],
    ['the page of the online service, with an address that Turtle can hold', '<https://online.example/carta?x=%7B1%7D> a foaf:Document'],
    ['its languages', '<http://publications.europa.eu/resource/authority/language/ENG> a dct:LinguisticSystem'],
  ])('says %s', (_what, statement) => {
    expect(turtle.replace(/\s+/g, ' ')).toContain(statement)
  })

  it('says nothing of what is empty or is no address', () => {
    expect(turtle).not.toMatch(/""|foaf:homepage|non è un indirizzo/)
  })
})
