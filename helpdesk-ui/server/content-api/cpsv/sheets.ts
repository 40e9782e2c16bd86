// SPDX-License-Identifier: AGPL-3.0-or-later
import { sheetSections, type Locale, type SheetSectionKey } from '@linea-comune/config'
import type { SheetPage, Term } from '@linea-comune/search'
import { conceptUri } from '../vocabularies.js'
import type { Addresses } from './addresses.js'
import { amountOf, durationOf } from './amounts.js'
import { inLanguage, literal, say, type Graph, type Term as RdfTerm, type Value } from './graph.js'
import { sayHours } from './hours.js'
import { sayAuthority, sayOfficeContact, sayPage, sayPlace, sayPointOfContact, type Authority } from './organisations.js'

/** Languages of the Publications Office. */
const languageUri: Record<Locale, string> = {
  it: 'http://publications.europa.eu/resource/authority/language/ITA',
  en: 'http://publications.europa.eu/resource/authority/language/ENG',
  de: 'http://publications.europa.eu/resource/authority/language/DEU',
  sl: 'http://publications.europa.eu/resource/authority/language/SLV',
  fr: 'http://publications.europa.eu/resource/authority/language/FRA',
}
const euro = 'http://publications.europa.eu/resource/authority/currency/EUR'
const statusUri = { true: 'http://purl.org/adms/status/Completed', false: 'http://purl.org/adms/status/Withdrawn' } as const

/** OntoPiA's channels that a sheet can say it has. */
const channels = {
  desk: { code: '01.1.1', name: 'Sportello Pubblica Amministrazione' },
  online: { code: '02', name: 'Applicativo' },
  phone: { code: '03', name: 'Telefono' },
  pec: { code: '04.1', name: 'PEC' },
  email: { code: '04.2', name: 'Email tradizionale' },
} as const

const textOf = (page: SheetPage, key: SheetSectionKey): string => page.sections.find((section) => section.key === key)?.text ?? ''

const longestName = 150

/** The first line of a text, as a name for what it describes. */
const nameOf = (text: string): string => {
  const line = (text.split('\n')[0] ?? '').replace(/^- /, '').trim()
  return line.length <= longestName ? line : `${line.slice(0, longestName - 1).trimEnd()}…`
}

/**
 * One service with all the languages it is published in, as CPSV-AP 3.2. What is the same in every language (offices, places, codes) is taken
 * from the first one, which is the Italian where there is one.
 */
export const saySheet = (graph: Graph, addresses: Addresses, pages: readonly SheetPage[], authority: Authority): void => {
  const [main] = pages
  if (main === undefined) return
  const id = main.documentId
  const service = addresses.sheet(id)
  const part = (name: string): string => addresses.partOfSheet(id, name)
  const identified = (name: string): Value[] => literal(`${id}#${name}`)

  /** A text of every language, where that language has one. */
  const texts = (text: (page: SheetPage) => string): Value[] => pages.map((page) => inLanguage(text(page), page.locale))
  const section = (key: SheetSectionKey): Value[] => texts((page) => textOf(page, key))
  const has = (key: SheetSectionKey): boolean => pages.some((page) => textOf(page, key) !== '')
  const heading = (key: SheetSectionKey): Value[] =>
    texts((page) => (textOf(page, key) === '' ? '' : (sheetSections.find((known) => known.key === key)?.heading[page.locale] ?? '')))

  /** Something that a section of the sheet is about, if the sheet has that section. */
  const about = (key: SheetSectionKey, types: readonly RdfTerm[], more: Partial<Record<RdfTerm, readonly Value[]>> = {}): Value[] =>
    has(key) ? [say(graph, part(key), types, { 'dct:identifier': identified(key), 'dct:description': section(key), ...more })] : []

  const concept = (uri: string, of: (page: SheetPage) => readonly Term[], code: string): Value =>
    say(graph, uri, ['skos:Concept'], {
      'skos:notation': literal(code),
      'skos:prefLabel': pages.map((page) => inLanguage(of(page).find((term) => term.code === code)?.name ?? '', page.locale)),
    })
  const concepts = (uri: (code: string) => string, of: (page: SheetPage) => readonly Term[]): Value[] =>
    of(main).map(({ code }) => concept(uri(code), of, code))

  const lifeEvent = ({ code }: Term): Value =>
    say(graph, addresses.lifeEvent(code), ['cv:Event', 'cv:LifeEvent'], {
      'dct:identifier': literal(code),
      'dct:title': pages.map((page) => inLanguage(page.lifeEvents.find((term) => term.code === code)?.name ?? '', page.locale)),
      'dct:type': [concept(conceptUri.lifeEvent(code), (page) => page.lifeEvents, code)],
    })

  const channel = (name: string, type: keyof typeof channels, more: Partial<Record<RdfTerm, readonly Value[]>>): Value =>
    say(graph, part(`channel-${name}`), ['cv:Channel'], {
      'dct:identifier': identified(`channel-${name}`),
      'dct:type': [
        say(graph, conceptUri.channel(channels[type].code), ['skos:Concept'], {
          'skos:notation': literal(channels[type].code),
          'skos:prefLabel': [inLanguage(channels[type].name, 'it')],
        }),
      ],
      ...more,
    })

  const points = [...main.offices.flatMap(({ contactPoints }) => contactPoints), ...main.contactPoints]
  const reached = (type: 'phone' | 'email' | 'pec'): Value[] => {
    const values = [...new Set(points.flatMap(({ entries }) => entries.filter((entry) => entry.type === type).map(({ value }) => value)))]
    const property = type === 'phone' ? 'schema:telephone' : 'schema:email'
    return values.length === 0 ? [] : [channel(type, type, { [property]: values.flatMap((value) => literal(value)) })]
  }
  const places = [
    ...main.offices.flatMap((office) =>
      office.places.map((place) => ({ place, hours: office.hours.length > 0 ? office.hours : place.hours, note: office.hoursNote })),
    ),
    ...main.places.map((place) => ({ place, hours: place.hours, note: place.hoursNote })),
  ]
  const hasChannel = [
    ...sayPage(graph, main.onlineUrl).map((page) =>
      channel('online', 'online', { 'foaf:page': [page], 'dct:description': texts((p) => p.onlineLabel) }),
    ),
    ...places.map(({ place, hours, note }) =>
      channel(`desk-${place.documentId}`, 'desk', {
        'dct:spatial': [sayPlace(graph, addresses, place)],
        'cv:openingHours': sayHours(
          graph,
          part(`channel-desk-${place.documentId}-hours`),
          { hours, note },
          pages.map(({ locale }) => locale),
        ),
      }),
    ),
    ...reached('phone'),
    ...reached('email'),
    ...reached('pec'),
  ]

  const amount = amountOf(textOf(main, 'costs'))
  const duration = durationOf(textOf(main, 'times'))
  const authorityNode = sayAuthority(graph, addresses, authority)

  say(graph, service, ['cpsv:PublicService'], {
    'dct:identifier': literal(id),
    'dct:title': texts(({ title }) => title),
    // A description is mandatory; a sheet without a summary describes itself by its first section.
    'dct:description': texts(({ summary, sections, title }) => summary || (sections[0]?.text ?? title)),
    'cv:hasCompetentAuthority': [authorityNode],
    'dct:spatial': authority === 'federation' ? [] : [{ iri: addresses.territory(authority.code) }],
    'dct:language': pages.map(({ locale }) =>
      say(graph, languageUri[locale], ['dct:LinguisticSystem'], { 'dct:identifier': literal(locale) }),
    ),
    'adms:status': [say(graph, statusUri[main.active ? 'true' : 'false'], ['skos:Concept'])],
    'dcat:keyword': pages.flatMap(({ keywords, locale }) => keywords.map((keyword) => inLanguage(keyword, locale))),
    'dct:modified': literal(main.updatedAt, 'xsd:dateTime'),
    'cv:thematicArea': concepts(conceptUri.category, (page) => page.categories),
    'cv:isClassifiedBy': concepts(addresses.topic, (page) => page.topics),
    'cv:isGroupedBy': main.lifeEvents.map(lifeEvent),
    'cv:contactPoint': [
      ...main.offices.map((office) => sayOfficeContact(graph, addresses, office)),
      ...main.contactPoints.map((point) => sayPointOfContact(graph, addresses, point)),
    ],
    'cv:hasChannel': hasChannel,
    'cpsv:hasInput': about('needed', ['cv:Evidence'], { 'dct:title': heading('needed') }),
    'cpsv:produces': about('outcome', ['cv:Output'], { 'dct:title': texts((page) => nameOf(textOf(page, 'outcome'))) }),
    'cpsv:follows': about('howTo', ['cpsv:Rule'], { 'dct:title': heading('howTo') }),
    'cv:holdsRequirement': [
      ...about('audience', ['cv:Requirement'], { 'dct:title': heading('audience') }),
      ...about('constraints', ['cv:Requirement'], { 'dct:title': heading('constraints') }),
    ],
    'cv:hasCost': about('costs', ['cv:Cost'], {
      ...(amount !== null && {
        'cv:hasValue': literal(String(amount), 'xsd:double'),
        'cv:currency': [say(graph, euro, ['skos:Concept'], { 'skos:notation': literal('EUR') })],
      }),
    }),
    'cv:processingTime': duration === null ? [] : literal(duration, 'xsd:duration'),
  })
}
