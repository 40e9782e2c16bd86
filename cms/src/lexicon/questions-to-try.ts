// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { defaultLocale, isLocale, type Locale } from '@linea-comune/config'
import { withoutMarks } from '@linea-comune/search'
import { stillValid } from '../indexing/still-valid'
import { table } from '../rows'

export interface QuestionToTry {
  q: string
  locale: Locale
}

/** What citizens of an Ente ask, or of all: the newest questions, and those that its frequently asked questions answer. */
export const questionsToTry = async (strapi: Core.Strapi, enteCode: string | null): Promise<QuestionToTry[]> => [
  ...(await recordedQuestions(strapi, enteCode)),
  ...(await phrasingsOfFaqs(strapi, enteCode)),
]

const newest = 2000

const recordedQuestions = async (strapi: Core.Strapi, enteCode: string | null): Promise<QuestionToTry[]> => {
  const records = await table(strapi, 'question-record').findMany({
    ...(enteCode !== null && { where: { enteCode } }),
    select: ['text', 'locale'],
    orderBy: [{ askedOn: 'desc' }],
    limit: newest,
  })
  return records.map(({ text, locale }) => ({ q: withoutMarks(text), locale }))
}

const phrasingsOfFaqs = async (strapi: Core.Strapi, enteCode: string | null): Promise<QuestionToTry[]> => {
  const rows = (await strapi.db.query('api::faq.faq').findMany({
    select: ['question', 'phrasings', 'locale'],
    where: {
      $and: [{ $or: [{ enteCode: { $null: true } }, ...(enteCode === null ? [] : [{ enteCode }])] }, stillValid()],
      publishedAt: { $notNull: true },
    } as never,
    orderBy: { id: 'asc' },
  })) as { question: string; phrasings: string[] | null; locale: string }[]
  return rows.flatMap(({ question, phrasings, locale }) =>
    [question, ...(phrasings ?? [])].map((q) => ({ q, locale: isLocale(locale) ? locale : defaultLocale })),
  )
}

/** How somebody who says an expression asks about it, in each language. */
const forms: Record<Locale, readonly string[]> = {
  it: ['…', 'dov’è …?', 'come faccio per …?', 'quanto costa …?'],
  en: ['…', 'where is …?', 'how do I get …?', 'how much is …?'],
  de: ['…', 'wo ist …?', 'wie geht …?', 'was kostet …?'],
  sl: ['…', 'kje je …?', 'kako do …?', 'koliko stane …?'],
  fr: ['…', 'où est … ?', 'comment faire pour … ?', 'combien coûte … ?'],
}

export const questionsWith = (says: readonly string[], locale: Locale): QuestionToTry[] =>
  says.flatMap((expression) => forms[locale].map((form) => ({ q: form.replace('…', expression), locale })))
