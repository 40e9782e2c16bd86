// SPDX-License-Identifier: AGPL-3.0-or-later
import type { Locale } from '@linea-comune/config'
import { scopeOf } from '../index-names.js'
import type { LexiconEntrySource } from '../model.js'
import { documentIdOf } from './document-id.js'

/** An Ente's own words, beside its texts in the index of questions alone: pages, lists and suggestions never see it. */
export interface LexiconEntryDocument {
  id: string
  documentId: string
  scope: string
  kind: 'lexicon-entry'
  locale: Locale
  says: string[]
  means: string
  updatedAt: string
}

/** As the engine holds it. */
export type StampedEntry = LexiconEntryDocument & { stamp: number }

export const toLexiconEntryDocument = (source: LexiconEntrySource): LexiconEntryDocument => ({
  id: documentIdOf({ kind: 'lexicon-entry', ...source }),
  kind: 'lexicon-entry',
  documentId: source.documentId,
  scope: scopeOf(source.enteCode),
  locale: source.locale,
  says: source.says,
  means: source.means,
  updatedAt: source.updatedAt,
})
