// SPDX-License-Identifier: AGPL-3.0-or-later
import type { ModelKind } from '@linea-comune/config'

const home = '/linea-comune'

/** Every link between the pages of the panel, as the router under `/admin` wants it. */
export const paths = {
  library: `${home}/buone-pratiche`,
  model: (modelId: string) => `${home}/buone-pratiche/modelli/${modelId}`,
  proposals: `${home}/buone-pratiche/aggiornamenti`,
  proposal: (proposalId: string) => `${home}/buone-pratiche/aggiornamenti/${proposalId}`,
  suggestions: `${home}/buone-pratiche/proposti`,
  adoption: `${home}/adesioni`,
  adoptionOf: (modelId: string) => `${home}/adesioni/${modelId}`,
  gaps: `${home}/domande-senza-risposta`,
  people: `${home}/persone`,
}

const types: Record<'content' | 'model', Record<ModelKind, string>> = {
  content: { sheet: 'api::service-sheet.service-sheet', faq: 'api::faq.faq' },
  model: { sheet: 'api::model-sheet.model-sheet', faq: 'api::model-faq.model-faq' },
}

export const lexiconType = 'api::lexicon-entry.lexicon-entry'

export const contentType = (what: 'content' | 'model', kind: ModelKind): string => types[what][kind]
export const listOf = (what: 'content' | 'model', kind: ModelKind): string => `/content-manager/collection-types/${types[what][kind]}`
/** A document in the content manager, where its texts are written. */
export const documentPath = (what: 'content' | 'model', kind: ModelKind, documentId: string): string =>
  `${listOf(what, kind)}/${documentId}`
/** What kind of the federation's models a content type of the content manager may follow. */
export const kindOfType = (uid: string): ModelKind | undefined =>
  uid === types.content.sheet ? 'sheet' : uid === types.content.faq ? 'faq' : undefined
