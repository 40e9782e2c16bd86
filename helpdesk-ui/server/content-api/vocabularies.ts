// SPDX-License-Identifier: AGPL-3.0-or-later
import type { z } from '@hono/zod-openapi'
import { lifeEvents, serviceCategories, topics, toSlug, type VocabularyTerm } from '@linea-comune/config'
import type { vocabularyTermSchema } from './schemas.js'

/** OntoPiA, the controlled vocabularies of the Italian administration (AgID, CC-BY 4.0). */
const ontopia = 'https://w3id.org/italia/controlled-vocabulary/classifications-for-public-services'

/** Addresses of OntoPiA's concepts; a code with dots is written without them there. */
export const conceptUri = {
  category: (code: string) => `${ontopia}/public-services-subject-matters/${code}`,
  lifeEvent: (code: string) => `${ontopia}/life-event/${code}`,
  channel: (code: string) => `${ontopia}/channel/${code.replaceAll('.', '')}`,
} as const

interface Vocabulary {
  title: string
  terms: readonly z.infer<typeof vocabularyTermSchema>[]
}

const vocabulary = (title: string, terms: readonly VocabularyTerm[], uri: (code: string) => string | null): Vocabulary => ({
  title,
  terms: terms.map(({ code, ...names }) => ({ code, slug: toSlug(names.it), name: names.it, names, uri: uri(code) })),
})

/** By the segment of the address. */
export const vocabularies = {
  topics: vocabulary('Argomenti', topics, () => null),
  'service-categories': vocabulary('Categorie di servizio', serviceCategories, conceptUri.category),
  'life-events': vocabulary('Eventi della vita', lifeEvents, conceptUri.lifeEvent),
} as const satisfies Record<string, Vocabulary>

export type VocabularyName = keyof typeof vocabularies
export const vocabularyNames = Object.keys(vocabularies) as VocabularyName[]

/** The code of a term that somebody names by code or by slug. */
export const termCode = (name: VocabularyName, codeOrSlug: string): string | undefined =>
  vocabularies[name].terms.find(({ code, slug }) => code === codeOrSlug || slug === codeOrSlug)?.code
