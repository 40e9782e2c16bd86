// SPDX-License-Identifier: AGPL-3.0-or-later
import { defaultLocale, type Locale } from '@linea-comune/config'

interface Addressed {
  kind: 'sheet' | 'faq'
  slug: string
  documentId: string
}

/** Path of a sheet or a FAQ on the pages of an Ente, in a language. Italian, being the default, is not written. */
export const pageAddress = (enteSlug: string, { kind, slug, documentId }: Addressed, locale: Locale, section?: string): string => {
  // A list of questions has several pages: the address says which question has to be on the one that opens.
  const path = kind === 'sheet' ? `servizi/${slug}` : `domande?domanda=${documentId}`
  const language = locale === defaultLocale ? '' : `${kind === 'sheet' ? '?' : '&'}lang=${locale}`
  const fragment = kind === 'faq' ? documentId : section
  return `/${enteSlug}/${path}${language}${fragment === undefined ? '' : `#${fragment}`}`
}

/** Path of the list of an Ente's services on one topic. */
export const topicAddress = (enteSlug: string, code: string, locale: Locale): string =>
  `/${enteSlug}/servizi?argomento=${code}${locale === defaultLocale ? '' : `&lang=${locale}`}`
