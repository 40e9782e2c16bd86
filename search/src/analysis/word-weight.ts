// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Locale } from '@linea-comune/config'
import { isCommon } from './common-words.js'
import { isAsking } from './intents.js'

/** How much a word says about which document is meant: words that only ask, everyday words and numbers say less. */
export const wordWeight = (stem: string, locale: Locale): number => {
  if (isAsking(stem, locale)) return 0.35
  if (isCommon(stem, locale)) return 0.5
  return /^\p{N}+$/u.test(stem) ? 0.3 : 1
}
