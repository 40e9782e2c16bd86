// SPDX-License-Identifier: AGPL-3.0-or-later
import type { AnswerItem } from '@linea-comune/config'
import type { QuestionDocument } from '../documents/question-document.js'
import { enteCodeOf } from '../index-names.js'
import { pageAddress } from '../page-address.js'
import { chooseSection } from './section.js'
import type { Understood } from './understand.js'

export const presentItem = (
  question: Understood,
  { document, score, probability }: { document: QuestionDocument; score: number; probability: number },
  enteSlug: string,
): AnswerItem => {
  const section = document.kind === 'sheet' ? chooseSection(question, document) : null
  return {
    id: document.id,
    kind: document.kind,
    title: document.title,
    section: section?.heading ?? null,
    text: section?.text ?? document.text,
    url: pageAddress(enteSlug, document, document.locale, section?.key),
    ente: enteCodeOf(document.scope),
    score,
    probability,
    locale: document.locale,
    outdatedSince: document.outdatedSince,
    reviewBy: document.reviewBy,
    updatedAt: document.updatedAt,
  }
}
