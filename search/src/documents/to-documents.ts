// SPDX-License-Identifier: AGPL-3.0-or-later
import type { IndexSource } from '../model.js'
import { toConfirmedQuestionDocument, type ConfirmedQuestionDocument, type StampedConfirmed } from './confirmed-question-document.js'
import { toLexiconEntryDocument, type LexiconEntryDocument, type StampedEntry } from './lexicon-entry-document.js'
import { toPageDocument, type PageDocument } from './page-document.js'
import { toQuestionDocument, type QuestionDocument, type StampedQuestion } from './question-document.js'

/** What the index of questions holds. */
export type QuestionRecord = QuestionDocument | LexiconEntryDocument | ConfirmedQuestionDocument

/** As the engine holds it. */
export type StampedRecord = StampedQuestion | StampedEntry | StampedConfirmed

/** What the two indexes hold about one published record. */
export const toDocuments = (source: IndexSource): { page: PageDocument | null; question: QuestionRecord | null } =>
  source.kind === 'lexicon-entry'
    ? { page: null, question: toLexiconEntryDocument(source) }
    : source.kind === 'confirmed-question'
      ? { page: null, question: toConfirmedQuestionDocument(source) }
      : { page: toPageDocument(source), question: toQuestionDocument(source) }
