// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core, Modules } from '@strapi/strapi'
import { defaultLocale, modelKinds } from '@linea-comune/config'
import { fillFromModels, type Following } from '../models/follow-model'
import { contentTypes } from '../models/version-content'
import { localesOf, publishesIn } from './publishes'
import { hashOfTexts, textsOf } from './translated-texts'

type Context = Modules.Documents.Middleware.Context
type Texts = readonly string[]

interface Marks {
  /** Hash of the Italian texts that this translation translates; null for Italian itself, and where nobody has ever said. */
  translatedFrom: string | null
  /** When an Italian version came out that this translation does not know. */
  outdatedSince: string | null
}
type Row = { id: number; locale: string } & Marks & Following & Record<string, unknown>

/**
 * A translation says what the Italian said on the day it was written. When citizens get other words in Italian, every translation
 * of the old ones is marked; whoever writes it anew, or saves it as it is, takes the mark away.
 */
export const markOutdated =
  (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware =>
  async (context, next) => {
    const texts = textsOf(context.uid)
    if (texts === undefined) return next()
    await stampTranslation(strapi, context, texts)
    if (!publishesIn(context, defaultLocale)) return next()
    return strapi.db.transaction(async () => {
      const known = (context.params as { documentId?: string }).documentId
      const before = await italianHash(strapi, context, texts, known, 'published')
      const written = await next()
      await markTranslations(strapi, context, texts, known ?? (written as { documentId: string }).documentId, before)
      return written
    })
  }

/** An editor in the panel has the Italian draft before them, which is the published version unless somebody is working on it. */
const stampTranslation = async (strapi: Core.Strapi, context: Context, texts: Texts): Promise<void> => {
  if (context.action !== 'create' && context.action !== 'update') return
  const { data, documentId } = context.params as { data?: Record<string, unknown>; documentId?: string }
  // A write that carries no text, such as a new review date, says nothing about the translation; emptying the mark does.
  if (data === undefined || !(data.outdatedSince === null || texts.some((name) => name in data))) return
  const [locale] = localesOf(context)
  const marks: Marks = {
    translatedFrom: locale === defaultLocale ? null : await italianHash(strapi, context, texts, documentId, 'draft'),
    outdatedSince: null,
  }
  Object.assign(data, marks)
}

/** Of what citizens read: what the Ente leaves empty comes from the version that it follows. */
const italianHash = async (
  strapi: Core.Strapi,
  { uid }: Context,
  texts: Texts,
  documentId: string | undefined,
  version: 'draft' | 'published',
): Promise<string | null> => {
  if (documentId === undefined) return null
  const publishedAt = version === 'draft' ? { $null: true } : { $notNull: true }
  const row = (await strapi.db.query(uid).findOne({ where: { documentId, locale: defaultLocale, publishedAt } as never })) as Row | null
  if (row === null) return null
  const kind = modelKinds.find((kind) => contentTypes[kind] === uid)
  const [read] = kind === undefined ? [row] : await fillFromModels(strapi, kind, [row])
  return hashOfTexts(texts, read ?? row)
}

const markTranslations = async (
  strapi: Core.Strapi,
  context: Context,
  texts: Texts,
  documentId: string,
  before: string | null,
): Promise<void> => {
  const query = strapi.db.query(context.uid)
  const now = await italianHash(strapi, context, texts, documentId, 'published')
  const rows = (await query.findMany({ where: { documentId, locale: { $ne: defaultLocale } } as never })) as Row[]
  for (const row of rows) {
    // Nobody has said what it translates: what was there until now.
    const translatedFrom = row.translatedFrom ?? before ?? now
    const outdatedSince = translatedFrom === now ? null : (row.outdatedSince ?? new Date().toISOString())
    if (translatedFrom === row.translatedFrom && outdatedSince === row.outdatedSince) continue
    // `updateMany` leaves the date of the last change alone: the text of the translation has not changed.
    await query.updateMany({ where: { id: row.id }, data: { translatedFrom, outdatedSince } as never })
  }
}
