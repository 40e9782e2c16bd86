// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IndexSource } from '../model.js'
import { toPageDocument, type PageDocument } from './page-document.js'
import { toQuestionDocument, type QuestionDocument } from './question-document.js'

/** What the two indexes hold about one published record. */
export const toDocuments = (source: IndexSource): { page: PageDocument; question: QuestionDocument | null } => ({
  page: toPageDocument(source),
  question: toQuestionDocument(source),
})
