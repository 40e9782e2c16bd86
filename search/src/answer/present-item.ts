// SPDX-License-Identifier: AGPL-3.0-or-later
import { defaultLocale, type AnswerItem } from '@linea-comune/config'
import type { QuestionDocument } from '../documents/question-document.js'
import { enteCodeOf } from '../index-names.js'
import { chooseSection } from './section.js'
import type { Understood } from './understand.js'

export const presentItem = (
  question: Understood,
  { document, score, probability }: { document: QuestionDocument; score: number; probability: number },
  enteSlug: string,
): AnswerItem => {
  const section = document.kind === 'sheet' ? chooseSection(question, document) : null
  // A list of questions has several pages: the address says which question has to be on the one that opens.
  const path = document.kind === 'sheet' ? `servizi/${document.slug}` : `domande?domanda=${document.documentId}`
  const language = document.locale === defaultLocale ? '' : `${document.kind === 'sheet' ? '?' : '&'}lang=${document.locale}`
  const fragment = document.kind === 'faq' ? `#${document.documentId}` : section === null ? '' : `#${section.key}`
  return {
    id: document.id,
    kind: document.kind,
    title: document.title,
    section: section?.heading ?? null,
    text: section?.text ?? document.text,
    url: `/${enteSlug}/${path}${language}${fragment}`,
    ente: enteCodeOf(document.scope),
    score,
    probability,
    locale: document.locale,
    outdatedSince: document.outdatedSince,
    updatedAt: document.updatedAt,
  }
}
