// SPDX-License-Identifier: AGPL-3.0-or-later
import { createHash } from 'node:crypto'
import type { EngineClient } from './client.js'
import { embedderName } from './embedder/vectors-for.js'
import type { Embedder } from './embedder/embedder.js'
import type { IndexName } from './index-names.js'

type Settings = Parameters<ReturnType<EngineClient['index']>['updateSettings']>[0]

/** Raise it when documents are made differently (another stemmer, another stop word, a new field): the index is then built again. */
const documentsVersion = 5

const indexSettings: Record<IndexName, Settings> = {
  pages: {
    searchableAttributes: [
      'title',
      'question',
      'name',
      'keywords',
      'phrasings',
      'summary',
      'categories.name',
      'sections.text',
      'answer.text',
    ],
    filterableAttributes: [
      'id',
      'scope',
      'kind',
      'locale',
      'locales',
      'slug',
      'documentId',
      'code',
      'categoryCodes',
      'topicCodes',
      'givesWayTo',
      'stamp',
    ],
    sortableAttributes: ['sortTitle', 'sortTime', 'stamp'],
    rankingRules: ['words', 'typo', 'attribute', 'sort', 'proximity', 'exactness'],
    typoTolerance: { minWordSizeForTypos: { oneTypo: 4, twoTypos: 8 } },
    // The default of 1000 would cut the lists of a large federation, and the counts with them.
    pagination: { maxTotalHits: 20_000 },
    faceting: { maxValuesPerFacet: 500 },
  },
  // Read whole, an Ente at a time, and ranked in Node: the engine searches no words here.
  questions: {
    searchableAttributes: ['id'],
    filterableAttributes: ['id', 'scope', 'kind', 'locale', 'documentId', 'givesWayTo', 'stamp'],
    sortableAttributes: ['stamp'],
    rankingRules: ['sort'],
    // The default of 1000 would count fewer documents of an Ente than there are.
    pagination: { maxTotalHits: 20_000 },
    // How many documents each Ente has is asked for all Enti at once.
    faceting: { maxValuesPerFacet: 20_000 },
  },
}

/** Without an embedder these are the settings above, to the letter. */
export const settingsOf = (name: IndexName, embedder: Embedder | null): Settings => {
  const settings = indexSettings[name]
  if (embedder === null || name !== 'questions') return settings
  return {
    ...settings,
    filterableAttributes: [...(settings.filterableAttributes ?? []), 'awaitsVector'],
    // Nearness in meaning takes the place of “words”, and has none without it.
    rankingRules: [...(settings.rankingRules ?? []), 'words'],
    embedders: { [embedderName]: embedder.settings },
  }
}

/** Changes whenever the index must be built again. */
export const indexVersionWith = (embedder: Embedder | null): string =>
  createHash('sha256')
    .update(
      JSON.stringify([documentsVersion, indexSettings, ...(embedder === null ? [] : [settingsOf('questions', embedder), embedder.origin])]),
    )
    .digest('hex')
    .slice(0, 16)

/** Id of the record that says with which version an index was built, and by which run. It has no scope, so no query finds it. */
export const markerId = 'index-version'

export interface IndexMarker {
  id: typeof markerId
  version: string
  run: string
}
