// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto'
import { sheetSectionKeys } from '@linea-comune/config'

/** The texts that citizens read, by type: those that a translation translates. Words to search by are each language's own. */
const translatedTexts: Readonly<Record<string, readonly string[]>> = {
  'api::service-sheet.service-sheet': ['title', 'summary', 'inactiveReason', ...sheetSectionKeys, 'onlineLabel'],
  'api::faq.faq': ['question', 'answer'],
}

export const textsOf = (uid: string): readonly string[] | undefined => translatedTexts[uid]

const plain = (value: unknown): string => (typeof value === 'string' ? value.replace(/\s+/g, ' ').trim() : '')

/** The same for two versions that say the same, however the lines are broken. */
export const hashOfTexts = (texts: readonly string[], row: Readonly<Record<string, unknown>>): string =>
  createHash('sha256')
    .update(JSON.stringify(texts.map((name) => plain(row[name]))))
    .digest('base64url')
