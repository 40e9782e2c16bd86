// SPDX-License-Identifier: AGPL-3.0-or-later
import { defaultLocale, type AnswerItem } from '@linea-comune/config'
import type { Intent } from '../analysis/intents.js'
import { enteCodeOf } from '../index-names.js'
import type { Decision } from './decide.js'
import { chooseSection } from './section.js'

export const presentItem = (
  { ranked, probability }: Decision['items'][number],
  intents: readonly Intent[],
  enteSlug: string,
): AnswerItem => {
  const { document, score } = ranked
  const section = document.kind === 'sheet' ? chooseSection(intents, ranked) : null
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
