// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { judgeFaq, judgeSheet, sheetSectionKeys, type Judgement, type ModelKind } from '@linea-comune/config'
import { fillFromModels, type Following } from '../models/follow-model'
import { contentTypes, isBlank } from '../models/version-content'

type Row = Following & Record<string, unknown> & { id: number; locale: string; publishedAt: string | null }

const populate: Record<ModelKind, object> = {
  sheet: {
    categories: { select: ['id'] },
    topics: { select: ['id'] },
    contactPoints: { select: ['id'] },
    offices: { select: ['id'], populate: { contactPoints: { select: ['id'] } } },
  },
  faq: { topics: { select: ['id'] } },
}

const textKeys = [...sheetSectionKeys, 'summary', 'onlineUrl', 'bookingUrl']
const many = (value: unknown): Record<string, unknown>[] => (Array.isArray(value) ? (value as Record<string, unknown>[]) : [])
const text = (value: unknown): string => (typeof value === 'string' ? value : '')

const judges: Record<ModelKind, (row: Row) => Judgement> = {
  sheet: (row) =>
    judgeSheet({
      texts: new Set(textKeys.filter((key) => !isBlank(row[key]))),
      title: text(row.title),
      summary: text(row.summary),
      categories: many(row.categories).length,
      topics: many(row.topics).length,
      // The federation's has no office of its own: each Ente's is the one that answers.
      offices: row.enteCode === null ? 1 : many(row.offices).length,
      contactPoints:
        row.enteCode === null ? 1 : [row, ...many(row.offices)].reduce((sum, holder) => sum + many(holder.contactPoints).length, 0),
    }),
  faq: (row) => judgeFaq({ answer: !isBlank(row.answer), topics: many(row.topics).length }),
}

export interface JudgedRow {
  row: Row
  judgement: Judgement
}

/** Drafts and published versions of a document, judged as a citizen would see them: what comes from the model counts. */
export const judgeContent = async (strapi: Core.Strapi, kind: ModelKind, where: object): Promise<JudgedRow[]> => {
  const rows = (await strapi.db.query(contentTypes[kind]).findMany({ where, populate: populate[kind] as never })) as unknown as Row[]
  return (await fillFromModels(strapi, kind, rows)).map((row) => ({ row, judgement: judges[kind](row) }))
}
