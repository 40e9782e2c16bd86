// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { DomainError, type ConfirmedQuestionOrigin, type Locale } from '@linea-comune/config'
import { questionKey, toKeptQuestion } from '@linea-comune/search'
import { answeringText } from './answering-text'
import { confirmedType } from './confirmed-row'

interface Confirmation {
  enteCode: string
  language: Locale
  question: string
  /** documentId of the sheet or FAQ. */
  answer: string
  origin: ConfirmedQuestionOrigin
  by: string
}

/** From now on whoever asks nearly the same of this Ente gets this text. What a form would be told is told by codes. */
export const rememberAnswer = async (
  strapi: Core.Strapi,
  { enteCode, language, question, answer, origin, by }: Confirmation,
): Promise<void> => {
  if (questionKey(toKeptQuestion(question), language) === null)
    throw new DomainError('invalid-input', { fields: { question: 'too-short' } })
  if ((await answeringText(strapi, answer, enteCode)) === null) throw new DomainError('invalid-input', { fields: { sources: 'invalid' } })
  const data = { enteCode, language, question, answer, origin, confirmedBy: by, confirmedOn: new Date().toISOString() }
  await strapi.documents(confirmedType).create({ data } as never)
}
