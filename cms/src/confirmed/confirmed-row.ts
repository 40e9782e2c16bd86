// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ConfirmedQuestionOrigin, Locale } from '@linea-comune/config'

export const confirmedType = 'api::confirmed-question.confirmed-question'

export interface ConfirmedRow {
  documentId: string
  /** Without what tells who asked. */
  question: string
  /** Where citizens read the text that answers. */
  page: string
  /** Its documentId, and what it is called: filled from `page`. */
  answer: string
  answerTitle: string
  language: Locale
  origin: ConfirmedQuestionOrigin
  confirmedBy: string
  confirmedOn: string
  /** Null is the federation. */
  enteCode: string | null
}
