// SPDX-License-Identifier: AGPL-3.0-or-later
import { importTemplate, sheetSectionKeys, toSlug, type ImportRowOf } from '@linea-comune/config'
import { z } from 'zod'
import type { FaqSource, IndexSource, SheetSource, Term } from '../model.js'

/** Sheets and FAQs of a file in the import template, ready for the index, and whose id each of them had in the file. */
export interface Corpus {
  sources: IndexSource[]
  /** documentId in the index → id in the file. */
  ids: ReadonlyMap<string, string>
  /** A document of the file may be shown to citizens of an Ente. */
  answersFor(enteCode: string, id: string): boolean
}

type SheetRow = ImportRowOf<'sheets'>
type FaqRow = ImportRowOf<'faqs'>

const corpusFile = z.object({
  sheets: z.array(importTemplate.sheets).default([]),
  faqs: z.array(importTemplate.faqs).default([]),
})

const updatedAt = '2026-01-01T00:00:00.000Z'

const toTerm = (name: string): Term => ({ code: toSlug(name), slug: toSlug(name), name, nameLocale: 'it', translations: [] })

/** Reads a corpus; throws with every fault of the file when a row is not as the import template wants it. */
export const readCorpus = (json: unknown): Corpus => {
  const { sheets, faqs } = corpusFile.parse(json)
  const published = { sheets: sheets.filter(isPublished), faqs: faqs.filter(isPublished) }
  const ids = new Map<string, string>()
  const known = new Map<string, string>()
  /** Ids of the file may hold any letter, those of the index only some; translations of one document share theirs. */
  const documentIdOf = (list: string, { ente, id }: { ente?: string | null | undefined; id: string }): string => {
    const key = JSON.stringify([list, ente ?? null, id])
    const documentId = known.get(key) ?? `d${String(known.size)}`
    known.set(key, documentId)
    ids.set(documentId, id)
    return documentId
  }
  const owners = new Map<string, (string | null)[]>()
  for (const { ente = null, id } of [...published.sheets, ...published.faqs]) owners.set(id, [...(owners.get(id) ?? []), ente])
  const taken = new Map<string, string[]>()
  for (const { ente, title } of published.sheets)
    if (typeof ente === 'string') taken.set(toSlug(title), [...(taken.get(toSlug(title)) ?? []), ente])
  return {
    sources: [
      ...published.sheets.map((row): IndexSource => ({ kind: 'sheet', ...toSheet(row, documentIdOf('sheets', row), taken) })),
      ...published.faqs.map((row): IndexSource => ({ kind: 'faq', ...toFaq(row, documentIdOf('faqs', row)) })),
    ],
    ids,
    answersFor: (enteCode, id) => owners.get(id)?.some((owner) => owner === null || owner === enteCode) ?? false,
  }
}

const isPublished = ({ status }: { status: string }): boolean => status === 'published'

const toSheet = (row: SheetRow, documentId: string, taken: ReadonlyMap<string, string[]>): SheetSource => {
  const slug = toSlug(row.title)
  return {
    documentId,
    enteCode: row.ente ?? null,
    givesWayTo: row.ente === null || row.ente === undefined ? (taken.get(slug) ?? []) : [],
    locale: row.locale,
    slug,
    title: row.title,
    summary: row.summary ?? '',
    active: row.active ?? true,
    inactiveReason: row.inactiveReason ?? '',
    sections: Object.fromEntries(sheetSectionKeys.flatMap((key) => (row[key] === undefined ? [] : [[key, row[key]]]))),
    keywords: row.keywords ?? [],
    categories: (row.category ?? []).map(toTerm),
    topics: (row.topics ?? []).map(toTerm),
    lifeEvents: [],
    offices: [],
    contactPoints: [],
    places: [],
    onlineUrl: row.onlineUrl ?? '',
    onlineLabel: row.onlineLabel ?? '',
    bookingUrl: row.bookingUrl ?? '',
    locales: [row.locale],
    slugs: {},
    outdatedSince: null,
    reviewBy: row.reviewBy ?? null,
    updatedAt,
  }
}

const toFaq = (row: FaqRow, documentId: string): FaqSource => ({
  documentId,
  enteCode: row.ente ?? null,
  givesWayTo: [],
  locale: row.locale,
  question: row.question,
  phrasings: row.phrasings ?? [],
  answer: row.answer ?? '',
  topics: (row.topics ?? []).map(toTerm),
  sheet: null,
  locales: [row.locale],
  outdatedSince: null,
  reviewBy: null,
  updatedAt,
})
