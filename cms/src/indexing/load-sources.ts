// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { isRemembered, shownLifecycles } from '@linea-comune/config'
import type { IndexedKind, IndexSource } from '@linea-comune/search'
import { stillValid } from './still-valid'
import { fillFromModels, type Following } from '../models/follow-model'
import { replacedBy } from './gives-way'
import { uidOfKind } from './indexed-types'
import { toSources, type EnteRow, type Row } from './to-sources'

const term = { populate: { translations: true } } as const
const place = { populate: { address: true, hours: true, translations: true } } as const
const contactPoint = { populate: { entries: true } } as const
const office = { populate: { hours: true, translations: true, places: place, contactPoints: contactPoint } } as const

const populate: Record<IndexedKind, Record<string, unknown>> = {
  ente: { address: true, hours: true, translations: true },
  place: place.populate,
  'contact-point': contactPoint.populate,
  office: office.populate,
  sheet: { categories: term, topics: term, lifeEvents: term, offices: office, contactPoints: contactPoint, places: place },
  faq: { topics: term, sheet: true },
  'lexicon-entry': {},
  'confirmed-question': {},
}

const hasDrafts: ReadonlySet<IndexedKind> = new Set(['sheet', 'faq'])

type LocalizedRow = Row & Following & { locale: string; enteCode: string | null; slug?: string | null }

/** A draft in one language, as the index would get it if it were published now. */
export const loadDraft = async (
  strapi: Core.Strapi,
  kind: 'sheet' | 'faq',
  documentId: string,
  locale: string,
): Promise<IndexSource | undefined> => {
  const rows = (await strapi.db.query(uidOfKind[kind]).findMany({
    where: { documentId, locale, publishedAt: { $null: true } },
    populate: populate[kind] as never,
  })) as LocalizedRow[]
  return toSources(kind, await fillFromModels(strapi, kind, rows), new Map())[0]
}

/** What an Ente wrote is for citizens while it takes part; an Ente that left is remembered by its name alone. */
const ofThoseShown = async (strapi: Core.Strapi, kind: IndexedKind, rows: Row[]): Promise<Row[]> => {
  if (kind === 'ente') return rows.filter((row) => isRemembered((row as EnteRow).lifecycle))
  const codes = [...new Set(rows.flatMap(({ enteCode }) => enteCode ?? []))]
  const where = { code: { $in: codes }, lifecycle: { $notIn: [...shownLifecycles] } }
  const hidden = (await strapi.db.query('api::ente.ente').findMany({ select: ['code'], where })) as { code: string }[]
  const hiddenCodes = new Set(hidden.map(({ code }) => code))
  return rows.filter(({ enteCode }) => !hiddenCodes.has(enteCode ?? ''))
}

/** The published state of some documents of one kind, every language; what is not published, or no longer valid, is not in it. */
export const loadSources = async (strapi: Core.Strapi, kind: IndexedKind, documentIds: readonly string[]): Promise<IndexSource[]> => {
  const rows = (await strapi.db.query(uidOfKind[kind]).findMany({
    where: {
      documentId: { $in: [...documentIds] },
      ...(hasDrafts.has(kind) && { publishedAt: { $notNull: true } }),
      ...(kind === 'faq' && stillValid()),
      ...(kind === 'lexicon-entry' && { active: true }),
    },
    populate: populate[kind] as never,
  })) as Row[]
  const shown = await ofThoseShown(strapi, kind, rows)
  if (kind !== 'sheet' && kind !== 'faq') return toSources(kind, shown, new Map())
  const filled = await fillFromModels(strapi, kind, shown as LocalizedRow[])
  const federation = filled.filter(({ enteCode }) => enteCode === null)
  return toSources(kind, filled, federation.length === 0 ? new Map() : await replacedBy(strapi, kind, federation))
}

export const indexedKinds: readonly IndexedKind[] = [
  'ente',
  'place',
  'contact-point',
  'office',
  'sheet',
  'faq',
  'lexicon-entry',
  'confirmed-question',
]

const batchSize = 200

/** Every document of a kind, by documentId, in batches: memory does not grow with the federation. */
export const allDocumentIds = async function* (strapi: Core.Strapi, kind: IndexedKind): AsyncGenerator<string[]> {
  let after = 0
  for (;;) {
    const rows = (await strapi.db.query(uidOfKind[kind]).findMany({
      select: ['id', 'documentId'],
      where: { id: { $gt: after }, ...(hasDrafts.has(kind) && { publishedAt: { $notNull: true } }) },
      orderBy: { id: 'asc' },
      limit: batchSize,
    })) as { id: number; documentId: string }[]
    const last = rows.at(-1)
    if (last === undefined) return
    after = last.id
    yield [...new Set(rows.map((row) => row.documentId))]
  }
}
