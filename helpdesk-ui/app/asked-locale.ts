// SPDX-License-Identifier: AGPL-3.0-or-later
import { defaultLocale, isLocale, type Locale } from '@linea-comune/config'

/** The language that an address asks for. */
export const askedLocale = (request: Request): Locale => {
  const lang = new URL(request.url).searchParams.get('lang')
  return isLocale(lang) ? lang : defaultLocale
}
