// SPDX-License-Identifier: AGPL-3.0-or-later
import { defaultLocale, type Locale } from '@linea-comune/config'
import type { PreparedDocument } from '../scope/prepare-document.js'
import type { Scope } from '../scope/scope.js'
import { createReader, featureNames, type Features } from './features.js'
import type { Learned } from './learned.js'
import type { Understood } from './understand.js'

export interface Ranked {
  document: PreparedDocument
  score: number
  features: Features
}

/** Puts the documents of a scope in the order in which they answer. Pure: the same facts give the same order. */
export const rank = (question: Understood, scope: Scope, { ranking }: Learned): Ranked[] => {
  const read = createReader(question, scope)
  const readable = scope.documents.filter(
    ({ locale }) => locale === defaultLocale || locale === question.asked || locale === question.language,
  )
  const ranked = readable
    .map((document) => {
      const features = read(document)
      return { document, features, score: featureNames.reduce((sum, name) => sum + ranking[name] * features[name], 0) }
    })
    .sort((a, b) => b.score - a.score)
  return oneLanguageEach(ranked, question.asked)
}

/** A document stands where its best language stands, and is shown in the language of the page. */
const oneLanguageEach = (ranked: readonly Ranked[], asked: Locale): Ranked[] => {
  const best = new Map<string, Ranked>()
  for (const item of ranked) {
    const known = best.get(item.document.documentId)
    if (known === undefined) best.set(item.document.documentId, item)
    else if (item.document.locale === asked) best.set(item.document.documentId, { ...known, document: item.document })
  }
  return [...best.values()]
}
