// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Core } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import type { Locale, PanelInput, PanelResponse } from '@linea-comune/config'
import { questionKey, toKeptQuestion } from '@linea-comune/search'
import { decidesFor, type Caller } from '../panel/caller'
import { failedQuestions } from '../questions/failed-questions'
import { textAtAddress } from './answering-text'
import { confirmedType } from './confirmed-row'

/** As many as a FAQ has phrasings. */
const mostQuestions = 20

/** The text is there, and was not found: from now on each way in which it was asked in vain is answered with it. */
export const confirmGap = async (
  strapi: Core.Strapi,
  caller: Caller,
  { matter, ente, page }: PanelInput<'confirmGap'>,
): Promise<PanelResponse<'confirmGap'>> => {
  if (!decidesFor(caller, ente)) throw new errors.PolicyError('Di questa domanda decide il suo Ente.')
  if ((await textAtAddress(strapi, page, ente)) === null)
    throw new errors.ValidationError(
      'A questo indirizzo non c’è una scheda o una domanda frequente pubblicata tra le pagine del vostro Ente.',
    )
  const records = await failedQuestions(strapi, ente === null ? 'all' : [ente], { matter })
  const wordings = new Map<string, { question: string; language: Locale }>()
  for (const { text, locale } of records) {
    const question = toKeptQuestion(text)
    const key = questionKey(question, locale)
    if (key !== null) wordings.set(`${locale} ${key}`, { question, language: locale })
  }
  if (wordings.size === 0)
    throw new errors.ValidationError('Queste domande sono troppo brevi per essere ricordate: scrivi piuttosto una domanda frequente.')
  const some = [...wordings.values()].slice(0, mostQuestions)
  await strapi.db.transaction(async () => {
    for (const wording of some)
      await strapi.documents(confirmedType).create({ data: { ...wording, page, enteCode: ente, origin: 'domanda' } as never })
  })
  return { remembered: some.length }
}
