// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core, Modules } from '@strapi/strapi'
import { defaultLocale, isLocale, type Locale } from '@linea-comune/config'
import { questionKey, toKeptQuestion } from '@linea-comune/search'
import { refuse } from '../lexicon/check-entry'
import { nameOfUser } from '../models/people'
import { currentActor } from '../tenancy/actor'
import { answeringText, textAtAddress } from './answering-text'
import { confirmedType, type ConfirmedRow } from './confirmed-row'

type Data = Partial<ConfirmedRow>

const writes: ReadonlySet<string> = new Set(['create', 'update', 'clone'])

/**
 * No question is kept that tells who asked it, or is answered by a text that its citizens are not shown. Who confirms the same question
 * again, for another text, is right: the older one goes, in the same transaction.
 */
export const keepConfirmedQuestions =
  (strapi: Core.Strapi): Modules.Documents.Middleware.Middleware =>
  async (context, next) => {
    if (context.uid !== confirmedType || !writes.has(context.action)) return next()
    const params = context.params as { data?: Data; documentId?: string }
    const data = (params.data ??= {})
    const stored = params.documentId === undefined ? null : await read(strapi, params.documentId)
    await sign(strapi, data, stored)
    const question = toKeptQuestion(typeof data.question === 'string' ? data.question : (stored?.question ?? ''))
    const language = data.language ?? stored?.language ?? defaultLocale
    const enteCode = data.enteCode === undefined ? (stored?.enteCode ?? null) : data.enteCode
    const key = isLocale(language) ? questionKey(question, language) : null
    const text = await answerOf(strapi, data, stored, enteCode)
    refuse([
      ...(key === null ? [{ field: 'question', message: tooShort }] : []),
      ...(text === null ? [{ field: 'page', message: noPage }] : []),
    ])
    if (key === null || text === null) return next()
    Object.assign(data, {
      question,
      answer: text.documentId,
      answerTitle: text.title,
      page: text.page === '' ? (data.page ?? stored?.page ?? '') : text.page,
    })
    return strapi.db.transaction(async () => {
      const written = await next()
      const documentId = context.action === 'update' ? params.documentId : (written as { documentId: string }).documentId
      await forgetOlder(strapi, { enteCode, language, key, except: documentId ?? '' })
      return written
    })
  }

const tooShort = 'Scrivi una domanda di almeno due parole, oltre a quelle che stanno in quasi tutte le domande e ai nomi di persona.'
const noPage = 'Copia qui l’indirizzo di una scheda o di una domanda frequente pubblicata, dalle pagine del vostro Ente.'

const read = async (strapi: Core.Strapi, documentId: string): Promise<ConfirmedRow | null> =>
  (await strapi.db.query(confirmedType).findOne({ where: { documentId } })) as ConfirmedRow | null

/** Who says so and when, whatever the form says; what our own code writes comes with both. */
const sign = async (strapi: Core.Strapi, data: Data, stored: ConfirmedRow | null): Promise<void> => {
  const actor = await currentActor(strapi)
  if (actor.kind === 'system') return
  delete data.answer
  delete data.answerTitle
  data.origin = stored?.origin ?? (data.origin === 'domanda' ? 'domanda' : 'a-mano')
  data.confirmedBy = await nameOfUser(strapi, actor.userId)
  data.confirmedOn = new Date().toISOString()
}

/** The text that our own code names, the one at the address that a person gives, or the one that it was. */
const answerOf = async (strapi: Core.Strapi, data: Data, stored: ConfirmedRow | null, enteCode: string | null) => {
  if (data.answer !== undefined) return answeringText(strapi, data.answer, enteCode)
  if (typeof data.page === 'string' && data.page !== stored?.page) return textAtAddress(strapi, data.page, enteCode)
  return stored === null ? null : answeringText(strapi, stored.answer, enteCode)
}

const forgetOlder = async (
  strapi: Core.Strapi,
  { enteCode, language, key, except }: { enteCode: string | null; language: Locale; key: string; except: string },
): Promise<void> => {
  const others = (await strapi.db.query(confirmedType).findMany({
    where: { enteCode: enteCode ?? { $null: true }, language, documentId: { $ne: except } } as never,
  })) as ConfirmedRow[]
  for (const other of others)
    if (questionKey(other.question, language) === key) await strapi.documents(confirmedType).delete({ documentId: other.documentId })
}
