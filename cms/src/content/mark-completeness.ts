// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core, Modules } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { defaultLocale, modelKinds, type Judgement, type ModelKind } from '@linea-comune/config'
import { contentTypes } from '../models/version-content'
import { currentActor } from '../tenancy/actor'
import { judgeContent } from './judge-content'
import { publishesIn } from './publishes'

const kindOf = (uid: string): ModelKind | undefined => modelKinds.find((kind) => contentTypes[kind] === uid)
const marks: ReadonlySet<string> = new Set(['create', 'update', 'clone', 'discardDraft', 'publish'])

/** Keeps the mark that lists show, and what is missing by name. Nobody publishes for the first time what says too little. */
export const markCompleteness =
  (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware =>
  async (context, next) => {
    const kind = kindOf(context.uid)
    if (kind === undefined || !marks.has(context.action)) return next()
    return strapi.db.transaction(async () => {
      const params = context.params as { documentId?: string }
      if (context.action === 'publish' && params.documentId !== undefined)
        await refuseTooLittle(strapi, kind, params.documentId, publishesIn(context, defaultLocale))
      const written = await next()
      const { documentId } = { ...(written as { documentId?: string } | null), ...(context.action === 'clone' ? {} : params) }
      const target = documentId ?? (written as { documentId?: string } | null)?.documentId
      if (target !== undefined) await mark(strapi, kind, target)
      return written
    })
  }

/**
 * Of the default language: translations fall back on it, and do not come out before it. What was published before may be improved
 * step by step: it came from an import, or the rules were others.
 */
const refuseTooLittle = async (strapi: Core.Strapi, kind: ModelKind, documentId: string, withDefault: boolean): Promise<void> => {
  if ((await currentActor(strapi)).kind !== 'person') return
  const judged = await judgeContent(strapi, kind, { documentId, locale: defaultLocale })
  if (judged.some(({ row }) => row.publishedAt !== null)) return
  if (!withDefault || judged.length === 0)
    throw new errors.ValidationError(
      'Prima di una traduzione va pubblicato il testo in italiano: è quello che si legge dove una traduzione manca.',
    )
  const missing = judged.flatMap(({ judgement }) => judgement.missing.minimum)
  if (missing.length > 0) throw new errors.ValidationError(`Per pubblicare manca ancora: ${missing.join(', ')}.`)
}

const mark = async (strapi: Core.Strapi, kind: ModelKind, documentId: string): Promise<void> => {
  for (const { row, judgement } of await judgeContent(strapi, kind, { documentId })) {
    const data = { completeness: judgement.level, missing: inWords(judgement) }
    if (row.completeness === data.completeness && row.missing === data.missing) continue
    await strapi.db.query(contentTypes[kind]).updateMany({ where: { id: row.id }, data: data as never })
  }
}

/** Null when nothing is missing. */
const inWords = ({ missing: { minimum, complete } }: Judgement): string | null => {
  const parts = [
    minimum.length > 0 ? `Per pubblicare: ${minimum.join(', ')}.` : '',
    complete.length > 0 ? `Per completarla: ${complete.join(', ')}.` : '',
  ].filter((part) => part !== '')
  return parts.length === 0 ? null : parts.join(' ')
}
