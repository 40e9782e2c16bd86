// SPDX-License-Identifier: AGPL-3.0-or-later
import type { LexiconEntryOrigin, Locale } from '@linea-comune/config'

export const lexiconType = 'api::lexicon-entry.lexicon-entry'

/** What people write in an entry; the history keeps it as it was. */
export interface EntryTexts {
  says: string[]
  means: string
  reason: string
  language: Locale
  origin: LexiconEntryOrigin
  active: boolean
}

export interface EntryRow extends EntryTexts {
  id: number
  documentId: string
  /** What is said, as one text: the panel lists and searches texts only. */
  said: string
  /** Null is the federation. */
  enteCode: string | null
  /** Grows by one at each change. */
  version: number
}

export const entryTexts = ({ says, means, reason, language, origin, active }: EntryTexts): EntryTexts => ({
  says,
  means,
  reason,
  language,
  origin,
  active,
})
