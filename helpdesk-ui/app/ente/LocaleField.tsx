// SPDX-License-Identifier: AGPL-3.0-or-later
import { defaultLocale } from '@linea-comune/config'
import { useLocale } from '../words'

/** Keeps the language through a form that replaces the query. */
export const LocaleField = () => {
  const locale = useLocale()
  return locale === defaultLocale ? null : <input type="hidden" name="lang" value={locale} />
}
