// SPDX-License-Identifier: AGPL-3.0-or-later
import { defaultLocale, type Locale } from '@linea-comune/config'
import { scopeOf } from '../index-names.js'
import type { IndexSource } from '../model.js'

/** The Ente a record belongs to; null for the federation. An Ente belongs to itself. */
export const ownerOf = (source: IndexSource): string | null => (source.kind === 'ente' ? source.code : source.enteCode)

/** Records without languages carry the default one. */
export const localeOf = (source: IndexSource): Locale => ('locale' in source ? source.locale : defaultLocale)

/** `{enteCode|fed}_{documentId}_{locale}`. The engine takes letters, digits, `-` and `_`; one wrong id fails a whole batch. */
export const documentIdOf = (source: IndexSource): string =>
  `${scopeOf(ownerOf(source))}_${source.documentId}_${localeOf(source)}`.replace(/[^A-Za-z0-9_-]/g, '-')
