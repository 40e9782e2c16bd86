// SPDX-License-Identifier: AGPL-3.0-or-later
import { provinceCode, provinceOfIstat } from '@linea-comune/config'
import type { Fault, RawRow } from '../import-row'
import type { TextFile } from '../read/text-file'
import type { Warn } from '../report'
import { csvRecords, foldHeading, headingsOf } from './csv-records'

type Cells = Record<string, string>

/** What one of the two shapes calls its columns, folded. The first is a list of Comuni with ISTAT's codes, the second the index's own open data, «enti». */
interface Shape {
  code: string
  name: string
  istat: string
  province?: string
  category?: string
  closing?: string
  website: string
  address: string
  postalCode?: string
  fiscalCode?: string
}

const shapes: readonly Shape[] = [
  {
    code: 'codiceipa',
    name: 'nome',
    istat: 'codiceistat',
    province: 'provincia',
    website: 'sito',
    address: 'indirizzo',
  },
  {
    code: 'codiceipa',
    name: 'denominazioneente',
    istat: 'codicecomuneistat',
    province: 'provincia',
    category: 'codicecategoria',
    closing: 'enteinliquidazione',
    website: 'sitoistituzionale',
    address: 'indirizzo',
    postalCode: 'cap',
    fiscalCode: 'codicefiscaleente',
  },
]

/** Categories of the index that take part in a federation such as this; schools, ministries and companies do not. */
const kinds: Record<string, string> = { L5: 'provincia', L6: 'comune', L12: 'unione', L18: 'unione', L45: 'citta-metropolitana' }

const fieldNames = { code: 'codice_ipa', name: 'nome', istatCode: 'codice_istat', province: 'provincia', website: 'sito' }

const shapeOf = (headings: readonly string[]): Shape | undefined =>
  shapes.find(({ code, name }) => headings.includes(code) && headings.includes(name))

export const looksLikeIpa = (file: TextFile): boolean => shapeOf(headingsOf(file)) !== undefined

/** Enti out of the national index: from then on the federation knows them, which is not yet taking part. */
export const readIpa = async function* (file: TextFile, warn: Warn): AsyncGenerator<RawRow> {
  let headings: string[] | undefined
  let shape: Shape | undefined
  const left = { others: 0, closing: 0 }
  for await (const { line, cells } of csvRecords(file)) {
    if (headings === undefined || shape === undefined) {
      headings = cells.map(foldHeading)
      shape = shapeOf(headings)
      continue
    }
    if (cells.every((cell) => cell.trim() === '')) continue
    const row = Object.fromEntries(headings.map((heading, at): [string, string] => [heading, (cells[at] ?? '').trim()]))
    const kind = kindOf(row, shape)
    if (kind === undefined) left.others++
    else if (/^s/i.test(row[shape.closing ?? ''] ?? '')) left.closing++
    else yield { list: 'enti', file: file.name, row: line, format: 'ipa', fieldNames, ...toEnte(row, shape, kind) }
  }
  const tell = (message: string): void => warn({ file: file.name, row: 0, list: null, id: '', message })
  if (left.others > 0) tell(`${String(left.others)} righe di altre amministrazioni (scuole, ministeri, società…): non importate`)
  if (left.closing > 0) tell(`${String(left.closing)} righe di Enti in liquidazione: non importate`)
}

const kindOf = (row: Cells, { category, name }: Shape): string | undefined => {
  if (category === undefined) return 'comune'
  const kind = kinds[(row[category] ?? '').toUpperCase()]
  // Category L6 also holds consortia of Comuni.
  return kind === 'comune' && !/^(?:comune|citt[aà]|roma capitale|municipio)\b/i.test(row[name] ?? '') ? 'altro' : kind
}

const toEnte = (row: Cells, shape: Shape, kind: string): { raw: unknown; warnings: string[]; faults: Fault[] } => {
  const warnings: string[] = []
  const of = (column: string | undefined): string => (column === undefined ? '' : (row[column] ?? ''))
  const code = of(shape.code)
  const name = of(shape.name)
  const istatCode = kind === 'comune' ? of(shape.istat).padStart(6, '0') : ''
  const province = provinceCode(of(shape.province)) ?? provinceOfIstat(of(shape.istat).padStart(6, '0'))
  if (of(shape.province) !== '' && provinceCode(of(shape.province)) === undefined)
    warnings.push(`provincia: «${of(shape.province)}» non è una provincia italiana: lasciata fuori`)
  const website = toAddress(of(shape.website))
  if (website === undefined && of(shape.website) !== '')
    warnings.push(`sito: «${of(shape.website)}» non è un indirizzo web: lasciato fuori`)
  const faults: Fault[] =
    code === ''
      ? [{ field: 'code', reason: `${name === '' ? 'la riga' : name} non ha il codice IPA, che è ciò che lo distingue dagli altri` }]
      : []
  return {
    raw: {
      code,
      name: shape.category === undefined && name !== '' ? `Comune di ${name}` : name,
      kind,
      lifecycle: 'known',
      province,
      istatCode: /^0*$/.test(istatCode) ? undefined : istatCode,
      fiscalCode: of(shape.fiscalCode),
      website,
      address: toPostalAddress(of(shape.address), of(shape.postalCode)),
      ...toMails(row, warnings),
    },
    warnings,
    faults,
  }
}

/** `www.comune.trento.it` as people write it. */
const toAddress = (text: string): string | undefined => {
  if (text === '') return undefined
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`
  try {
    const { hostname, href } = new URL(address)
    return hostname.includes('.') && !/\s/.test(address) ? (new URL(address).pathname === '/' ? href.replace(/\/$/, '') : href) : undefined
  } catch {
    return undefined
  }
}

/** «Via Roma, 118, 10060 Airasca, (TO)» */
const wholeAddress = /^(?<street>.+?),?\s+(?<postalCode>\d{5})\s+(?<city>.+?),?\s*\([A-Za-z]{2}\)$/

const toPostalAddress = (text: string, postalCode: string): unknown => {
  const street = text.replace(/\s+/g, ' ')
  if (street === '') return undefined
  const { groups } = wholeAddress.exec(street) ?? {}
  return groups === undefined ? { street, ...(/^\d{5}$/.test(postalCode) && { postalCode }) } : { ...groups }
}

const mailAddress = /^[^\s@]+@[^\s@]+\.[^\s@]+$/

/** One column for the PEC, or up to five addresses, each with its kind. */
const toMails = (row: Cells, warnings: string[]): { pec?: string; email?: string } => {
  const mails: { pec?: string; email?: string } = {}
  const take = (kind: 'pec' | 'email', text: string): void => {
    if (text === '') return
    if (mailAddress.test(text)) mails[kind] ??= text.toLowerCase()
    else warnings.push(`${kind}: «${text}» non è un indirizzo e-mail: lasciato fuori`)
  }
  take('pec', row.pec ?? '')
  for (const n of [1, 2, 3, 4, 5])
    take((row[`tipomail${String(n)}`] ?? '').toLowerCase() === 'pec' ? 'pec' : 'email', row[`mail${String(n)}`] ?? '')
  return mails
}
