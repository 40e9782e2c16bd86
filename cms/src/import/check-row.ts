// SPDX-License-Identifier: AGPL-3.0-or-later
import { defaultLocale, exportTemplate, importTemplate, sheetSectionKeys, type ImportList } from '@linea-comune/config'
import { toFaults } from './explain-fault'
import { provisionalCode, type CheckedRow, type Fault, type RawRow } from './import-row'
import { cleanPlainText, cleanRichText } from './text/clean-text'
import { repairEncoding } from './text/repair-encoding'
import { hasWrongEncoding, isNothing, isPlaceholder } from './text/suspicious-text'

type Raw = Record<string, unknown>
export interface CheckResult {
  id: string
  faults: Fault[]
  warnings: string[]
  /** Readable enough to look at what it points at; with faults it is refused all the same. */
  row?: CheckedRow
  /** Code that the row names, when it names one. */
  ente?: string | null
}

/** Fields with formatted text. Every other text is one plain run. */
const richFields: Record<ImportList, readonly string[]> = {
  enti: [],
  places: ['access'],
  contactPoints: [],
  offices: ['duties'],
  sheets: sheetSectionKeys,
  faqs: ['answer'],
  words: [],
}
/** Fields that a person reads: a text still to be written has no place in them. */
const readFields: Record<ImportList, readonly string[]> = {
  enti: ['name', 'summary'],
  places: ['name', 'summary', 'hoursNote', 'access'],
  contactPoints: ['name', 'hoursNote'],
  offices: ['name', 'summary', 'hoursNote', 'duties'],
  sheets: ['title', 'summary', 'inactiveReason', 'onlineLabel', 'keywords', ...sheetSectionKeys],
  faqs: ['question', 'phrasings', 'answer'],
  words: ['means', 'reason'],
}
const listFields: Record<ImportList, readonly string[]> = {
  enti: [],
  places: [],
  contactPoints: [],
  offices: [],
  sheets: ['keywords'],
  faqs: ['phrasings'],
  words: ['says'],
}

/** A sheet or FAQ that says nothing is of no use to anybody. */
const bodyFields: Partial<Record<ImportList, readonly string[]>> = { sheets: ['summary', ...sheetSectionKeys], faqs: ['answer'] }
const noBody: Partial<Record<ImportList, Fault>> = {
  sheets: { field: 'summary', reason: 'la scheda non ha nessun testo: scrivi almeno il riassunto o una sezione' },
  faqs: { field: 'answer', reason: 'manca la risposta' },
}

const isBlank = (value: unknown): boolean => value === undefined || value === null || value === ''
const isObject = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value)

/**
 * Cleans the texts of a row and names all its faults at once.
 * @param assigned code that `--ente` gives to rows without one
 */
export const checkRow = (row: RawRow, assigned?: string): CheckResult => {
  const { list, file, format } = row
  if (!isObject(row.raw)) {
    const fault = { field: '', reason: 'non è una riga: doveva essere un gruppo di campi fra parentesi graffe' }
    return { id: '', faults: [fault], warnings: row.warnings }
  }
  const faults: Fault[] = [...(row.faults ?? [])]
  const warnings = [...row.warnings]
  // What an export wrote was in the panel as it is: nothing of it is ours to change.
  const exact = format === 'export'
  const cleaned = exact ? row.raw : cleanTexts(list, row.raw, faults, warnings)
  const parsed = (exact ? exportTemplate : importTemplate)[list].safeParse(cleaned, { reportInput: true })
  // A text that was already found wrong is not also missing.
  const known = new Set(faults.map((fault) => fault.field))
  if (!parsed.success) faults.push(...toFaults(parsed.error).filter((fault) => !known.has(fault.field)))
  const ente = row.owner === undefined || assigned !== undefined ? enteOf(list, cleaned, assigned) : { code: provisionalCode(row.owner) }
  if ('reason' in ente) faults.push(ente)
  const fault = noBody[list]
  const status = row.toComplete !== undefined ? 'draft' : parsed.success && 'status' in parsed.data ? parsed.data.status : 'published'
  // A draft may have nothing but its title.
  if (
    !exact &&
    status === 'published' &&
    fault !== undefined &&
    !known.has(fault.field) &&
    (bodyFields[list] ?? []).every((field) => isBlank(cleaned[field]) && !known.has(field))
  )
    faults.push(fault)
  warnings.push(...unknownKeys(list, row.raw))
  const checked: CheckResult = { id: showId(list, row.raw), faults, warnings, ...('code' in ente && { ente: ente.code }) }
  if (!parsed.success || 'reason' in ente) return checked
  const locale = 'locale' in parsed.data ? parsed.data.locale : defaultLocale
  const id = idOf(parsed.data)
  // The schema that parsed it is the one of its list.
  const readable = { list, file, row: row.row, format, id, ente: ente.code, locale, status, data: parsed.data, fieldNames: row.fieldNames }
  return { ...checked, id, row: readable as CheckedRow }
}

const idOf = (data: { id?: string; code?: string }): string => data.id ?? data.code ?? ''

const showId = (list: ImportList, raw: Raw): string => {
  const id = list === 'enti' ? raw.code : raw.id
  return typeof id === 'string' || typeof id === 'number' ? String(id).trim() : ''
}

const enteOf = (list: ImportList, row: Raw, assigned?: string): { code: string | null } | Fault => {
  const own = list === 'enti' ? row.code : row.ente
  if (typeof own === 'string' && own.trim() !== '') {
    const code = own.trim()
    if (assigned === undefined || code === assigned) return { code }
    return { field: list === 'enti' ? 'code' : 'ente', reason: `è dell’Ente ${code}, ma l’importazione è per ${assigned}` }
  }
  if (assigned !== undefined) return { code: assigned }
  if (own === null && list !== 'enti') return { code: null }
  const orFederation = list === 'enti' ? '' : ', oppure null se vale per tutta la federazione'
  return { field: list === 'enti' ? 'code' : 'ente', reason: `manca l’Ente: scrivi il suo codice IPA${orFederation}` }
}

/** What a person reads is looked at for texts still to be written; everything is cleaned of tags and looked at for broken characters. */
const cleanTexts = (list: ImportList, raw: Raw, faults: Fault[], warnings: string[]): Raw => {
  const cleanText = (field: string, value: string): string | undefined => {
    const { text, droppedLinks } = richFields[list].includes(field) ? cleanRichText(value) : cleanPlainText(value)
    for (const link of new Set(droppedLinks))
      warnings.push(`${field}: tolto il collegamento «${link.slice(0, 120)}», che qui non porta da nessuna parte; il suo testo resta`)
    if (!readFields[list].includes(field)) return text
    if (isPlaceholder(text))
      faults.push({ field, reason: `è un testo provvisorio («${text.slice(0, 60)}»): scrivi quello vero o lascia vuoto` })
    return isNothing(text) ? undefined : text
  }
  const clean = (field: string, value: unknown): unknown => {
    if (typeof value === 'string')
      return listFields[list].includes(field) && value.includes('|') ? clean(field, value.split('|')) : cleanText(field, value)
    if (Array.isArray(value)) return value.map((item) => clean(field, item) ?? '')
    if (isObject(value)) return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(field, inner)]))
    return value
  }
  const repaired = repairTexts(raw, faults, warnings)
  const broken = new Set(faults.map((fault) => fault.field))
  return Object.fromEntries(Object.entries(repaired).map(([field, value]) => [field, broken.has(field) ? value : clean(field, value)]))
}

/** What was read in the wrong encoding is read again in the right one where there is only one way to; elsewhere it is a fault. */
const repairTexts = (raw: Raw, faults: Fault[], warnings: string[]): Raw => {
  const repair = (value: unknown): unknown => {
    if (typeof value === 'string') return hasWrongEncoding(value) ? (repairEncoding(value) ?? value) : value
    if (Array.isArray(value)) return value.map(repair)
    return isObject(value) ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, repair(inner)])) : value
  }
  const repaired: Raw = {}
  for (const [field, value] of Object.entries(raw)) {
    const broken = stringsIn(value).find(hasWrongEncoding)
    repaired[field] = broken === undefined ? value : repair(value)
    const still = stringsIn(repaired[field]).find(hasWrongEncoding)
    if (still !== undefined)
      faults.push({ field, reason: `la codifica dei caratteri è sbagliata («${around(still)}»): salva il file in UTF-8` })
    else if (broken !== undefined) warnings.push(`${field}: corretta la codifica dei caratteri («${around(broken)}»)`)
  }
  return repaired
}

const stringsIn = (value: unknown): string[] => {
  if (typeof value === 'string') return [value]
  if (Array.isArray(value)) return value.flatMap(stringsIn)
  return isObject(value) ? Object.values(value).flatMap(stringsIn) : []
}

const around = (text: string): string => {
  const at = text.search(/[ÃÂâ\ufffd]/u)
  return text.slice(Math.max(0, at - 10), at + 12).replace(/\s+/g, ' ')
}

const unknownKeys = (list: ImportList, raw: Raw): string[] => {
  const known = new Set(Object.keys(importTemplate[list].shape))
  const extra = Object.keys(raw).filter((key) => !known.has(key))
  return extra.length === 0 ? [] : [`campi non previsti, non importati: ${extra.join(', ')}`]
}
