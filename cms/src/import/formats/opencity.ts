// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ImportList } from '@linea-comune/config'
import type { RawRow } from '../import-row'
import type { Warning } from '../report'
import { buildGraph, idOf, textOf, type Graph, type Thing } from './opencity-graph'
import { toContactPointRow, toEnteRow, toOfficeRow, toPlaceRow, type Mapped } from './opencity-organisation'
import { toSheetRow } from './opencity-sheet'

interface ReadRows {
  rows: RawRow[]
  warnings: Warning[]
  /** Why the files cannot be read; then there are no rows. */
  fault?: string
}

const mappers: Record<string, { list: ImportList; toRow: (thing: Thing, graph: Graph) => Mapped }> = {
  public_organization: { list: 'enti', toRow: toEnteRow },
  place: { list: 'places', toRow: toPlaceRow },
  online_contact_point: { list: 'contactPoints', toRow: toContactPointRow },
  office: { list: 'offices', toRow: toOfficeRow },
  administrative_area: { list: 'offices', toRow: toOfficeRow },
  public_service: { list: 'sheets', toRow: toSheetRow },
}

/** So that a fault names the field that the person finds in the export. */
const fieldNames: Partial<Record<ImportList, Record<string, string>>> = {
  enti: { code: 'ipacode', name: 'legal_name', summary: 'description', fiscalCode: 'tax_code' },
  contactPoints: { entries: 'contact', hoursNote: 'note' },
  offices: { summary: 'description', duties: 'main_function', places: 'has_spatial_coverage', contactPoints: 'has_online_contact_point' },
  sheets: {
    title: 'name',
    summary: 'abstract',
    howTo: 'how_to',
    needed: 'has_input',
    outcome: 'produces_output',
    times: 'has_processing_time',
    costs: 'has_cost',
    access: 'has_channel',
    constraints: 'conditions',
    specialCases: 'exceptions',
    furtherInfo: 'description',
    keywords: 'service_keyword',
    category: 'type',
    offices: 'holds_role_in_time_ufficio',
    contactPoints: 'has_online_contact_point',
    places: 'is_physically_available_at',
    inactiveReason: 'status_note',
    onlineUrl: 'channel_url',
  },
}

/** Not rows of their own: what points at them takes their content. */
const readThrough: ReadonlySet<string> = new Set(['channel', 'output', 'opening_hours_specification', 'topic'])

/**
 * OpenCity's objects to rows of the template. Files given together are one graph.
 * @param ente code of the Ente, when a person gave it
 */
export const readOpenCity = (files: readonly { file: string; content: readonly unknown[] }[], ente?: string): ReadRows => {
  const { graph, strays } = buildGraph(files)
  const code = ente ?? ipaCodeOf(graph)
  if (code === undefined) {
    const fault = 'non dice di quale Ente sono questi contenuti: aggiungi --ente CODICE, oppure importa insieme public_organization.json'
    return { rows: [], warnings: [], fault }
  }
  const read: ReadRows = {
    rows: strays.map(({ file, row }) => ({ list: 'sheets', file, row, format: 'opencity', raw: null, warnings: [] })),
    warnings: [],
  }
  const left = new Map<string, { file: string; count: number }>()
  for (const { thing, file, row } of graph.things) {
    const mapper = mappers[thing.class]
    if (mapper === undefined) {
      if (!readThrough.has(thing.class))
        left.set(`${file} ${thing.class}`, { file, count: (left.get(`${file} ${thing.class}`)?.count ?? 0) + 1 })
      continue
    }
    const { list } = mapper
    const { raw, warnings = [] } = mapper.toRow(thing, graph)
    if (raw === null) for (const message of warnings) read.warnings.push({ file, row, list, id: idOf(thing), message })
    else
      read.rows.push({
        list,
        file,
        row,
        format: 'opencity',
        raw: list === 'enti' ? raw : { ...raw, ente: code },
        warnings,
        fieldNames: fieldNames[list] ?? {},
      })
  }
  for (const [key, { file, count }] of left)
    read.warnings.push({
      file,
      row: 0,
      list: null,
      id: '',
      message: `classe «${key.slice(file.length + 1)}»: ${String(count)} oggetti non importati, perché qui non hanno un posto`,
    })
  return read
}

const ipaCodeOf = (graph: Graph): string | undefined => {
  const codes = new Set(
    graph.things.filter(({ thing }) => thing.class === 'public_organization').map(({ thing }) => textOf(thing, 'ipacode')),
  )
  const [code] = codes
  return codes.size === 1 && code !== '' ? code : undefined
}
