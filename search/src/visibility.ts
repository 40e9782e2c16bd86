// SPDX-License-Identifier: AGPL-3.0-or-later
import { defaultLocale, type Locale } from '@linea-comune/config'
import { all, any, equals, isNoneOf } from './filter.js'
import { federationScope } from './index-names.js'

/**
 * Whose texts citizens of an Ente may see: its own, and the federation's where it has nothing in their place. Every query about
 * sheets and FAQs goes through here.
 */
export const visibleTo = (enteCode: string): string =>
  any(equals('scope', enteCode), all(equals('scope', federationScope), isNoneOf('givesWayTo', [enteCode])))

/** Each document once: in the wanted language, or in the default one when it is not published in the wanted one. */
export const inLocaleOrDefault = (locale: Locale): string =>
  locale === defaultLocale
    ? equals('locale', defaultLocale)
    : any(equals('locale', locale), all(equals('locale', defaultLocale), `NOT ${equals('locales', locale)}`))
