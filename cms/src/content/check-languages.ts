// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Modules } from '@strapi/strapi'
import { errors } from '@strapi/utils'
import { defaultLocale, languagesFault, locales } from '@linea-comune/config'

const known = locales.join(', ')
const refusals: Record<NonNullable<ReturnType<typeof languagesFault>>, string> = {
  'not-a-list': 'Le lingue dell’Ente sono una lista di codici, come ["it", "de"].',
  unknown: `Fra le lingue dell’Ente c’è un codice che il sistema non conosce. Quelli possibili sono: ${known}.`,
  'without-default': 'L’italiano ("it") non può mancare fra le lingue dell’Ente: è quella che si legge dove manca una traduzione.',
}

/** The languages of an Ente are those we know, Italian among them. */
export const checkLanguages: Modules.Documents.Middleware.Middleware = async (context, next) => {
  const { data } = context.params as { data?: { languages?: unknown } }
  if (context.uid !== 'api::ente.ente' || data === undefined || !('languages' in data)) return next()
  const languages = data.languages ?? [defaultLocale]
  const fault = languagesFault(languages)
  if (fault !== null) throw new errors.ValidationError(refusals[fault])
  data.languages = [...new Set(languages as string[])]
  return next()
}
