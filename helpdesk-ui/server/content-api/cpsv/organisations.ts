// SPDX-License-Identifier: AGPL-3.0-or-later
import { locales, type Locale } from '@linea-comune/config'
import type { ContactPointSource, EntePage, OfficePage, OfficeSource, PlaceSource } from '@linea-comune/search'
import type { Addresses } from './addresses.js'
import { inLanguage, literal, say, type Graph, type Value } from './graph.js'
import { sayHours } from './hours.js'

/** Who answers for a service: an Ente, or the service centre of all of them. */
export type Authority = EntePage | 'federation'

const organisation = ['cv:PublicOrganisation', 'org:Organization'] as const

const centreNames: Record<Locale, string> = {
  it: 'Centro servizi della federazione',
  en: 'Service centre of the federation',
  de: 'Servicezentrum des Verbundes',
  sl: 'Servisni center federacije',
  fr: 'Centre de services de la fédération',
}

/** The Publications Office's country. */
const italy = 'http://publications.europa.eu/resource/authority/country/ITA'

export const sayAuthority = (graph: Graph, addresses: Addresses, authority: Authority): { iri: string } => {
  if (authority === 'federation')
    return say(graph, addresses.federation, organisation, {
      'dct:identifier': literal('federation'),
      'skos:prefLabel': locales.map((locale) => inLanguage(centreNames[locale], locale)),
      'dct:spatial': [say(graph, italy, ['dct:Location'], { 'skos:prefLabel': [inLanguage('Italia', 'it'), inLanguage('Italy', 'en')] })],
    })
  const territory = say(graph, addresses.territory(authority.code), ['dct:Location'], {
    'locn:geographicName': [inLanguage(authority.address?.city ?? authority.name, 'it')],
  })
  return say(graph, addresses.ente(authority.code), organisation, {
    'dct:identifier': literal(authority.code),
    'skos:prefLabel': [inLanguage(authority.name, 'it')],
    'dct:description': [inLanguage(authority.summary, 'it')],
    'dct:spatial': [territory],
    'foaf:homepage': sayPage(graph, authority.website),
    'cv:contactPoint': [
      say(graph, addresses.contactPoint(addresses.ente(authority.code), 'main'), ['cv:ContactPoint'], {
        'cv:telephone': literal(authority.phone),
        'cv:email': [...literal(authority.email), ...literal(authority.pec)],
        'cv:openingHours': sayHours(graph, `${addresses.ente(authority.code)}#hours`, { hours: authority.hours, note: '' }, locales),
      }),
    ],
  })
}

/** A web page; nothing when what an editor wrote is no address. */
export const sayPage = (graph: Graph, url: string): Value[] => {
  const parsed = URL.canParse(url) ? new URL(url) : null
  if (parsed === null || !/^https?:$/.test(parsed.protocol)) return []
  // The parser leaves a few characters that Turtle does not take between angle brackets.
  const iri = parsed.href.replace(/[<>"{}|^`\\]/g, encodeURIComponent)
  return [say(graph, iri, ['foaf:Document'])]
}

const entryValues = (points: readonly ContactPointSource[], ...types: ContactPointSource['entries'][number]['type'][]): string[] =>
  points.flatMap(({ entries }) => entries.filter(({ type }) => types.includes(type)).map(({ value }) => value))

const sayContactPoint = (
  graph: Graph,
  iri: string,
  name: string,
  points: readonly ContactPointSource[],
  hours: readonly Value[],
): { iri: string } =>
  say(graph, iri, ['cv:ContactPoint'], {
    'skos:prefLabel': [inLanguage(name, 'it')],
    'cv:telephone': entryValues(points, 'phone', 'whatsapp').flatMap((value) => literal(value)),
    'cv:email': entryValues(points, 'email', 'pec').flatMap((value) => literal(value)),
    'cv:contactPage': entryValues(points, 'url').flatMap((value) => sayPage(graph, value)),
    'cv:openingHours': hours,
  })

export const sayPointOfContact = (graph: Graph, addresses: Addresses, point: ContactPointSource): { iri: string } => {
  const iri = addresses.contactPoint(addresses.ente(point.enteCode), point.documentId)
  return sayContactPoint(graph, iri, point.name, [point], sayHours(graph, `${iri}-hours`, { hours: [], note: point.hoursNote }, locales))
}

type LinkedOffice = Omit<OfficeSource, 'duties' | 'places'> & { places: Omit<PlaceSource, 'access'>[] }

/** How to reach an office: its points of contact together, with its hours. */
export const sayOfficeContact = (graph: Graph, addresses: Addresses, office: LinkedOffice): { iri: string } => {
  const owner = addresses.office(office.documentId)
  const hours = sayHours(graph, `${owner}#hours`, { hours: office.hours, note: office.hoursNote }, locales)
  return sayContactPoint(graph, `${owner}#contact`, office.name, office.contactPoints, hours)
}

export const sayPlace = (graph: Graph, addresses: Addresses, place: Omit<PlaceSource, 'access'>): { iri: string } => {
  const iri = addresses.place(addresses.ente(place.enteCode), place.documentId)
  const { address, latitude, longitude } = place
  return say(graph, iri, ['dct:Location'], {
    'locn:geographicName': [inLanguage(place.name, 'it')],
    ...(address && {
      'locn:address': [
        say(graph, `${iri}-address`, ['locn:Address'], {
          'locn:fullAddress': [inLanguage(`${address.street}, ${address.postalCode} ${address.city}`, 'it')],
          'locn:thoroughfare': [inLanguage(address.street, 'it')],
          'locn:postCode': literal(address.postalCode),
          'locn:postName': [inLanguage(address.city, 'it')],
        }),
      ],
    }),
    ...(latitude !== null &&
      longitude !== null && {
        'geo:lat': literal(String(latitude), 'xsd:decimal'),
        'geo:long': literal(String(longitude), 'xsd:decimal'),
      }),
  })
}

export const sayOffice = (graph: Graph, addresses: Addresses, office: OfficePage, authority: Authority): { iri: string } =>
  say(graph, addresses.office(office.documentId), ['org:OrganizationalUnit', 'org:Organization'], {
    'dct:identifier': literal(office.documentId),
    'skos:prefLabel': [inLanguage(office.name, 'it')],
    'dct:description': [inLanguage(office.duties.text || office.summary, 'it')],
    'org:unitOf': [sayAuthority(graph, addresses, authority)],
    'cv:contactPoint': [sayOfficeContact(graph, addresses, office)],
    'dct:spatial': office.places.map((place) => sayPlace(graph, addresses, place)),
  })
