// SPDX-License-Identifier: AGPL-3.0-or-later
import { isLocale } from '@linea-comune/config'
import { federationScope, type ContentEntry, type ContentQuery, type ContentReader } from '@linea-comune/search'
import { logError } from '../log.js'
import { readCursor } from './cursor.js'
import type { Shape } from './fragments.js'
import { defaultPage, invalidParameter, type Asked, type Sorting } from './parameters.js'
import { Problem, unavailable } from './problems.js'
import type { Resource } from './resources.js'

/** What is asked, made out: on behalf of which Ente, and in which order. */
export interface Question {
  asked: Asked
  viewer: ContentEntry | null
  ordering: Sorting | 'relevance'
}

/** What the index could not tell is no mistake of the caller's. */
export const fromIndex = async <T>(reading: Promise<T>): Promise<T> => {
  try {
    return await reading
  } catch (error) {
    if (error instanceof Problem) throw error
    logError('content api', error)
    throw unavailable()
  }
}

const findEnte = async (reader: ContentReader, name: 'ente' | 'visibleTo', codeOrSlug: string): Promise<ContentEntry> => {
  const ente = await reader.ente(codeOrSlug)
  if (ente === null) throw invalidParameter(name)
  return ente
}

export const makeOut = async (reader: ContentReader, asked: Asked): Promise<Question> => ({
  asked,
  viewer: asked.visibleTo === undefined ? null : await findEnte(reader, 'visibleTo', asked.visibleTo),
  ordering: asked.sort ?? (asked.q === undefined ? 'title' : 'relevance'),
})

const toOrder = (ordering: Question['ordering']): ContentQuery['order'] =>
  ordering === 'relevance' ? ordering : { by: ordering.endsWith('title') ? 'title' : 'updated', descending: ordering.startsWith('-') }

const scopeOf = async (reader: ContentReader, ente: string): Promise<string> =>
  ente === 'federation' ? federationScope : (await findEnte(reader, 'ente', ente)).scope

export const toContentQuery = async (
  reader: ContentReader,
  { kind }: Resource,
  { asked, viewer, ordering }: Question,
): Promise<ContentQuery> => {
  const { ente, locale, category, topic, lifeEvent, active, updatedSince, q, cursor, limit = defaultPage } = asked
  const after = cursor === undefined ? null : readCursor(ordering, cursor)
  if (cursor !== undefined && after === null) throw invalidParameter('cursor')
  return {
    kind,
    ...(ente !== undefined && { scope: await scopeOf(reader, ente) }),
    ...(viewer !== null && { visibleTo: viewer.scope }),
    ...(isLocale(locale) && { locale }),
    ...(category !== undefined && { category }),
    ...(topic !== undefined && { topic }),
    ...(lifeEvent !== undefined && { lifeEvent }),
    ...(active !== undefined && { active }),
    ...(updatedSince !== undefined && { updatedSince }),
    ...(q !== undefined && { q }),
    order: toOrder(ordering),
    after,
    limit,
  }
}

/** Under which Ente's address citizens read each of these, and which fields are wanted of it. */
export const shapesOf = async (
  reader: ContentReader,
  entries: readonly ContentEntry[],
  { asked, viewer }: Question,
): Promise<(entry: ContentEntry) => Shape> => {
  const slugs = new Map<string, string | null>([[federationScope, viewer?.slug ?? null]])
  for (const { scope } of entries) if (!slugs.has(scope)) slugs.set(scope, (await reader.ente(scope))?.slug ?? null)
  const fields = asked.fields ?? null
  return ({ scope }) => ({ enteSlug: slugs.get(scope) ?? null, fields })
}
