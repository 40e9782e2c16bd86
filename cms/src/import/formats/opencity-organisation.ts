// SPDX-License-Identifier: AGPL-3.0-or-later
import { linksOf, rowsOf, textOf, wordsOf, type Graph, type Thing } from './opencity-graph'
import { toHours, toHoursNote } from './opencity-hours'

/** A row of the template made of an OpenCity object; null with a remark when there is nothing in it to import. */
export type Mapped = { raw: Record<string, unknown>; warnings?: string[] } | { raw: null; warnings: string[] }

const compact = (raw: Record<string, unknown>): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(raw).filter(([, value]) => value !== undefined && value !== '' && !(Array.isArray(value) && value.length === 0)),
  )

const nameOf = (thing: Thing): string => textOf(thing, 'name') || textOf(thing, 'data_name') || textOf(thing, 'legal_name')
const idOf = (thing: Thing): unknown => thing.id

const legalKinds: Record<string, string> = {
  comune: 'comune',
  'unione di comuni': 'unione',
  provincia: 'provincia',
  'città metropolitana': 'citta-metropolitana',
}

export const toEnteRow = (thing: Thing): Mapped => {
  const legal = wordsOf(thing, 'legal_status_code')[0]?.toLowerCase() ?? ''
  return {
    raw: compact({
      code: textOf(thing, 'ipacode'),
      name: textOf(thing, 'legal_name') || nameOf(thing),
      kind: legal === '' ? undefined : (legalKinds[legal] ?? 'altro'),
      summary: textOf(thing, 'abstract') || textOf(thing, 'description'),
      fiscalCode: textOf(thing, 'tax_code'),
      website: textOf(thing, 'website'),
    }),
  }
}

export const toPlaceRow = (thing: Thing, graph: Graph): Mapped => {
  const address = (thing.has_address ?? {}) as Record<string, unknown>
  const hours = linksOf(graph, thing, 'opening_hours_specification').flatMap(({ thing: found }) => (found === undefined ? [] : [found]))
  return {
    raw: compact({
      id: idOf(thing),
      name: nameOf(thing),
      summary: textOf(thing, 'abstract') || textOf(thing, 'description'),
      address: textOf(address, 'address') === '' ? undefined : { street: textOf(address, 'address') },
      lat: address.latitude,
      lon: address.longitude,
      access: textOf(thing, 'accessibility'),
      hours: hours.flatMap(toHours),
      hoursNote: hours
        .map(toHoursNote)
        .filter((note) => note !== '')
        .join(' '),
    }),
  }
}

const entryTypes: Record<string, string> = {
  telefono: 'phone',
  cellulare: 'phone',
  fax: 'fax',
  'e-mail': 'email',
  email: 'email',
  pec: 'pec',
  whatsapp: 'whatsapp',
  'sito web': 'url',
  url: 'url',
  indirizzo: 'address',
}

/** Columns are shifted in some rows of real exports: the value then tells what it is. */
const entryOf = (row: Record<string, unknown>): { type: string; value: string; label?: string } | undefined => {
  const cells = ['type', 'value', 'contact'].map((field) => textOf(row, field))
  const kind = cells.find((cell) => entryTypes[cell.toLowerCase()] !== undefined)
  const value = cells.find((cell) => cell !== kind && /@|\d{4}|^https?:/.test(cell))
  if (value === undefined) return undefined
  const type =
    kind === undefined
      ? value.includes('@')
        ? 'email'
        : /^https?:/.test(value)
          ? 'url'
          : 'phone'
      : (entryTypes[kind.toLowerCase()] ?? 'phone')
  const label = cells.find((cell) => cell !== '' && cell !== kind && cell !== value)
  return { type, value, ...(label !== undefined && { label }) }
}

const entriesOf = (thing: Thing): { type: string; value: string }[] => rowsOf(thing, 'contact').flatMap((row) => entryOf(row) ?? [])

export const toContactPointRow = (thing: Thing): Mapped => {
  const entries = entriesOf(thing)
  if (entries.length === 0) return { raw: null, warnings: ['non ha nessun recapito: non importato'] }
  return { raw: compact({ id: idOf(thing), name: nameOf(thing), entries, hoursNote: textOf(thing, 'note') }) }
}

const officeKinds: [RegExp, string][] = [
  [/^area|^settore|^direzione/i, 'area'],
  [/^ufficio|^servizio/i, 'ufficio'],
  [/bibliotec|punto di prestito/i, 'biblioteca'],
  [/museo/i, 'museo'],
]

/** The same sentence stands in more than a hundred offices and says nothing of any of them. */
const isBoilerplate = (text: string): boolean => /^(<p>)?informazioni di contatto, orario per il pubblico/i.test(text)

export const toOfficeRow = (thing: Thing, graph: Graph): Mapped => {
  const description = textOf(thing, 'abstract') || textOf(thing, 'description')
  const points = linksOf(graph, thing, 'has_online_contact_point')
  const withEntries = points.filter(({ thing: point }) => point === undefined || entriesOf(point).length > 0)
  const entries = points.flatMap(({ thing: point }) => (point === undefined ? [] : entriesOf(point)))
  const type = wordsOf(thing, 'type')[0] ?? ''
  const ended = textOf(thing, 'end_time')
  if (ended !== '' && Date.parse(ended) < Date.now())
    return { raw: null, warnings: [`ha cessato l’attività (${ended.slice(0, 10)}): non importato`] }
  return {
    raw: compact({
      id: idOf(thing),
      name: nameOf(thing),
      summary: isBoilerplate(description) ? undefined : description,
      duties: textOf(thing, 'main_function'),
      kind: thing.class === 'administrative_area' ? 'area' : (officeKinds.find(([pattern]) => pattern.test(type))?.[1] ?? 'altro'),
      places: linksOf(graph, thing, 'has_spatial_coverage').map((link) => link.id),
      contactPoints: withEntries.map((link) => link.id),
      email: entries.find((entry) => entry.type === 'email')?.value,
    }),
  }
}
