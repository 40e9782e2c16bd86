// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ConfirmedQuestion } from '../confirmed/confirmed-question.js'
import { scopeOf } from '../index-names.js'
import type { ConfirmedQuestionSource } from '../model.js'
import { documentIdOf } from './document-id.js'

/** What people confirmed, beside the texts in the index of questions alone: pages, lists and suggestions never see it. */
export interface ConfirmedQuestionDocument extends ConfirmedQuestion {
  id: string
  updatedAt: string
}

/** As the engine holds it. */
export type StampedConfirmed = ConfirmedQuestionDocument & { stamp: number }

export const toConfirmedQuestionDocument = (source: ConfirmedQuestionSource): ConfirmedQuestionDocument => ({
  id: documentIdOf({ kind: 'confirmed-question', ...source }),
  kind: 'confirmed-question',
  documentId: source.documentId,
  scope: scopeOf(source.enteCode),
  locale: source.locale,
  question: source.question,
  answer: source.answer,
  confirmedOn: source.confirmedOn,
  updatedAt: source.updatedAt,
})
