// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto'
import { importLimits, toSlug } from '@linea-comune/config'
import type { EnteName, Fault, RawRow } from '../import-row'
import { jsonItems } from '../read/json-items'
import type { TextFile } from '../read/text-file'
import { cleanRichText } from '../text/clean-text'
import { repairEncoding } from '../text/repair-encoding'
import { hasWrongEncoding } from '../text/suspicious-text'
import { whyRefused, whyToComplete, type Collected } from './collected-rules'
import { fold, piecesOf, sectionCalled, toSections, type Sections } from './collected-text'

type Raw = Record<string, unknown>
const isObject = (value: unknown): value is Raw => typeof value === 'object' && value !== null && !Array.isArray(value)
const textOf = (raw: Raw, field: string): string => {
  const value = raw[field]
  return typeof value === 'string' ? value.trim() : ''
}

const fieldNames = { title: 'titolo', summary: 'sommario', id: 'id', ente: 'ente', topics: 'argomenti' }

/** Sheets collected from sites of Comuni: a list of objects with a title and a text, or the sections as the site has them. */
export const looksLikeCollected = ({ head }: TextFile): boolean =>
  /^\s*\[\s*\{/.test(head) && head.includes('"titolo"') && (head.includes('"testo"') || head.includes('"sezioni"'))

/** Read twice: whether a text stands in many sheets is known at the end only. Of the first reading no more than a number for each text is kept. */
export const readCollected = async function* (file: TextFile): AsyncGenerator<RawRow> {
  const alike = await countTexts(file)
  const titles = new Map<string, number>()
  for await (const { at, value } of jsonItems(file)) {
    const row = at ?? 0
    const place = { list: 'sheets', file: file.name, row, format: 'collected', fieldNames } as const
    if (!isObject(value)) {
      yield { ...place, raw: value, warnings: [] }
      continue
    }
    const mapped = toRow(value, alike.get(textKey(value)) ?? 1)
    const titleKey = `${ownerKey(value)} ${fold(textOf(value, 'titolo'))}`
    const before = titles.get(titleKey)
    if (before === undefined) titles.set(titleKey, row)
    else mapped.faults.push({ field: 'title', reason: `c’è già una scheda con lo stesso titolo, alla riga ${String(before)}` })
    yield { ...place, ...mapped, warnings: [] }
  }
}

const ownerKey = (raw: Raw): string => textOf(raw, 'codice_istat') || textOf(raw, 'ente').toLowerCase()
const textKey = (raw: Raw): string =>
  createHash('sha1')
    .update(`${ownerKey(raw)}\n${piecesOf(textOf(raw, 'testo')).map(fold).join('\n')}`)
    .digest('base64')

const countTexts = async (file: TextFile): Promise<ReadonlyMap<string, number>> => {
  const counts = new Map<string, number>()
  for await (const { value } of jsonItems(file)) if (isObject(value)) counts.set(textKey(value), (counts.get(textKey(value)) ?? 0) + 1)
  return counts
}

const toRow = (raw: Raw, sameText: number): Pick<RawRow, 'raw' | 'owner' | 'toComplete'> & { faults: Fault[] } => {
  const title = textOf(raw, 'titolo')
  const text = readable(textOf(raw, 'testo'))
  const pieces = piecesOf(text)
  const named = namedSections(raw.sezioni)
  const url = textOf(raw, 'url')
  const sheet: Collected = {
    title,
    text: text + Object.values(named).join('\n'),
    pieces: [...pieces, ...Object.values(named)],
    url,
    deadline: textOf(raw, 'scadenza'),
    sameText,
  }
  const refused = whyRefused(sheet)
  const toComplete = whyToComplete(sheet)
  const owner: EnteName = { name: textOf(raw, 'ente'), istatCode: textOf(raw, 'codice_istat') }
  return {
    raw: {
      id: textOf(raw, 'id') || toSlug(title),
      title,
      summary: summaryOf(raw, text),
      ...toSections(pieces),
      ...named,
      topics: raw.argomenti,
      keywords: keywordsOf(textOf(raw, 'tipo')),
      provenance: url.length <= importLimits.short ? url : undefined,
    },
    faults: refused === undefined ? [] : [refused],
    ...((owner.name !== '' || owner.istatCode !== '') && { owner }),
    ...(toComplete !== undefined && { toComplete: [toComplete] }),
  }
}

/** The rules look at texts as they are meant. */
const readable = (text: string): string => cleanRichText(hasWrongEncoding(text) ? (repairEncoding(text) ?? text) : text).text

const namedSections = (sections: unknown): Sections => {
  if (!isObject(sections)) return {}
  const named: Sections = {}
  for (const [heading, value] of Object.entries(sections)) {
    const key = sectionCalled(heading) ?? 'furtherInfo'
    const text = typeof value === 'string' ? value : ''
    if (text !== '') named[key] = named[key] === undefined ? text : `${named[key]}\n\n${text}`
  }
  return named
}

/** The beginning of the text is no summary of it. */
const summaryOf = (raw: Raw, text: string): string | undefined => {
  const summary = textOf(raw, 'descrizione_breve') || textOf(raw, 'sommario')
  return summary === '' || fold(text).startsWith(fold(summary)) ? undefined : summary
}

/** What it is, in a word that a citizen may search with. */
const keywordsOf = (kind: string): string[] => (kind === '' || kind === 'servizio' ? [] : [kind.replaceAll('_', ' ')])
